-- Views of the events under a name. The id is random and so never means another view, in another database neither.
-- What the address had is kept as it was written: a view of another version names things that this one doesn't know.
CREATE TABLE saved_view (
  id text PRIMARY KEY,
  name text NOT NULL,
  -- The name as it is compared: names that differ in case alone are one.
  name_key text NOT NULL CONSTRAINT saved_view_name UNIQUE,
  query text NOT NULL,
  is_pinned boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
