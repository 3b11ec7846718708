-- A trail whose bucket or credentials refuse is paused: since when, why, until when passes by the schedule leave it alone,
-- and how many tries the pause has grown by.
ALTER TABLE trail
  ADD COLUMN paused_since timestamptz,
  ADD COLUMN paused_until timestamptz,
  ADD COLUMN paused_reason text,
  ADD COLUMN paused_tries integer NOT NULL DEFAULT 0,
  ADD CHECK ((paused_since IS NULL) = (paused_until IS NULL) AND (paused_since IS NULL) = (paused_reason IS NULL));
