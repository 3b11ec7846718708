-- Astrolabe's tables. docs/data.md says what each is for.

CREATE TYPE access AS ENUM ('read', 'write');
CREATE TYPE outcome AS ENUM ('success', 'failure');
CREATE TYPE log_file_state AS ENUM ('pending', 'ingested', 'skipped', 'archived', 'failed', 'expired');
CREATE TYPE sync_run_state AS ENUM ('waiting', 'running', 'complete', 'partial', 'failed', 'interrupted');

-- What delivers: one configured bucket (and prefix) or folder.
CREATE TABLE trail (
  id smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  url text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_complete_pass_at timestamptz,
  last_month_pass_at timestamptz,
  last_full_pass_at timestamptz,
  rules_fingerprint text
);

-- One pass over all trails.
CREATE TABLE sync_run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state sync_run_state NOT NULL DEFAULT 'waiting',
  cause text NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  heartbeat_at timestamptz,
  from_date date,
  to_date date,
  is_full boolean NOT NULL DEFAULT false,
  error text
);
-- At most one pass is on or waits.
CREATE UNIQUE INDEX sync_run_one_active ON sync_run ((true)) WHERE state IN ('waiting', 'running');
CREATE INDEX sync_run_newest ON sync_run (id DESC);

-- A pass's share of one trail; counters are named as in `npm run sync -- --json`.
CREATE TABLE sync_run_trail (
  sync_run_id bigint NOT NULL REFERENCES sync_run (id) ON DELETE CASCADE,
  trail_id smallint NOT NULL REFERENCES trail (id),
  state sync_run_state NOT NULL DEFAULT 'running',
  files_listed bigint NOT NULL DEFAULT 0,
  files_ingested bigint NOT NULL DEFAULT 0,
  files_unchanged bigint NOT NULL DEFAULT 0,
  files_skipped bigint NOT NULL DEFAULT 0,
  files_failed bigint NOT NULL DEFAULT 0,
  records_read bigint NOT NULL DEFAULT 0,
  events_inserted bigint NOT NULL DEFAULT 0,
  records_duplicate bigint NOT NULL DEFAULT 0,
  records_filtered bigint NOT NULL DEFAULT 0,
  records_rejected bigint NOT NULL DEFAULT 0,
  bytes_compressed bigint NOT NULL DEFAULT 0,
  bytes_uncompressed bigint NOT NULL DEFAULT 0,
  elapsed_ms bigint NOT NULL DEFAULT 0,
  error text,
  PRIMARY KEY (sync_run_id, trail_id),
  CHECK (records_read = events_inserted + records_duplicate + records_filtered + records_rejected)
);

-- The ledger: one row for each object ever seen in a trail.
CREATE TABLE log_file (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  trail_id smallint NOT NULL REFERENCES trail (id),
  key text COLLATE "C" NOT NULL,
  etag text NOT NULL,
  size_bytes bigint NOT NULL,
  storage_class text,
  last_modified timestamptz,
  account_id text,
  region text,
  folder_date date,
  state log_file_state NOT NULL,
  reason text,
  attempts integer NOT NULL DEFAULT 0,
  is_due boolean NOT NULL DEFAULT false,
  sha256 text,
  uncompressed_bytes bigint,
  records_read bigint NOT NULL DEFAULT 0,
  events_inserted bigint NOT NULL DEFAULT 0,
  records_duplicate bigint NOT NULL DEFAULT 0,
  records_filtered bigint NOT NULL DEFAULT 0,
  records_rejected bigint NOT NULL DEFAULT 0,
  rules_fingerprint text,
  commit_no bigint,
  first_seen_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  ingested_at timestamptz,
  last_seen_run_id bigint,
  UNIQUE (trail_id, key),
  CHECK (records_read = events_inserted + records_duplicate + records_filtered + records_rejected),
  -- The counts of a file that vanished from its bucket stay, as its events do.
  CHECK (state IN ('ingested', 'expired') OR records_read = 0)
);
CREATE INDEX log_file_by_state ON log_file (state, key);
CREATE INDEX log_file_due ON log_file (trail_id, id) WHERE is_due;

-- Ingest transactions in commit order: each takes max + 1 under an advisory lock that it holds until it commits.
CREATE TABLE ingest_commit (
  no bigint PRIMARY KEY,
  committed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  sync_run_id bigint REFERENCES sync_run (id) ON DELETE SET NULL
);

CREATE TABLE action (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_source text NOT NULL,
  event_name text NOT NULL,
  UNIQUE (event_source, event_name)
);

-- Who acted: the issuer for role sessions, the principal id for IAM users.
CREATE TABLE principal (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL UNIQUE,
  type text NOT NULL,
  name text NOT NULL,
  arn text,
  account_id text,
  -- Name and ARN come from the newest event, so that the order of files doesn't matter.
  named_by_time timestamptz NOT NULL,
  named_by_event_id text NOT NULL
);

CREATE TABLE project (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id text NOT NULL,
  region text NOT NULL,
  project_id text NOT NULL,
  UNIQUE (account_id, region, project_id)
);

CREATE TABLE event (
  event_id text PRIMARY KEY,
  event_time timestamptz NOT NULL,
  commit_no bigint NOT NULL,
  action_ref integer NOT NULL REFERENCES action (id),
  access access NOT NULL,
  outcome outcome NOT NULL,
  error_code text,
  error_message text,
  principal_ref integer NOT NULL REFERENCES principal (id),
  principal_type text NOT NULL,
  principal_name text NOT NULL,
  principal_arn text,
  issuer_arn text,
  session_name text,
  invoked_by text,
  project_ref integer REFERENCES project (id),
  subject_arn text,
  resource_arn text,
  account_id text,
  region text,
  source_ip text,
  user_agent text,
  access_key_id text,
  mfa boolean,
  request_id text,
  event_version text,
  event_type text,
  read_only boolean,
  summary text NOT NULL,
  derivation integer NOT NULL,
  -- The delivery that inserted the event, and the lowest key of all its deliveries.
  inserted_from bigint NOT NULL REFERENCES log_file (id),
  log_file_id bigint NOT NULL REFERENCES log_file (id),
  log_file_commit_no bigint NOT NULL,
  position integer NOT NULL
);
CREATE INDEX event_newest ON event (event_time DESC, event_id DESC);
CREATE INDEX event_by_project ON event (project_ref, event_time DESC, event_id DESC) WHERE project_ref IS NOT NULL;
CREATE INDEX event_by_principal ON event (principal_ref, event_time DESC, event_id DESC);
CREATE INDEX event_by_action ON event (action_ref, event_time DESC, event_id DESC);
CREATE INDEX event_by_commit ON event (commit_no);
CREATE INDEX event_to_derive ON event (derivation);

-- The record byte for byte as CloudTrail delivered it. Let no SQL JSON operator touch it: a NUL escape makes them fail.
CREATE TABLE event_record (
  event_id text PRIMARY KEY,
  record json NOT NULL
);

-- Deliveries of an event beyond the one that inserted it.
CREATE TABLE event_delivery (
  event_id text NOT NULL,
  log_file_id bigint NOT NULL REFERENCES log_file (id),
  commit_no bigint NOT NULL,
  PRIMARY KEY (event_id, log_file_id)
);

-- The same event id with other bytes.
CREATE TABLE event_conflict (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id text NOT NULL,
  log_file_id bigint NOT NULL REFERENCES log_file (id),
  position integer NOT NULL,
  sha256 text NOT NULL,
  record json NOT NULL,
  commit_no bigint NOT NULL,
  UNIQUE (event_id, log_file_id, position, sha256)
);

-- What can't be stored as text or has no time.
CREATE TABLE rejected_record (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  log_file_id bigint NOT NULL REFERENCES log_file (id),
  position integer NOT NULL,
  reason text NOT NULL,
  bytes bytea NOT NULL,
  commit_no bigint NOT NULL,
  UNIQUE (log_file_id, position)
);

-- Rollups, kept in the ingest transaction.
CREATE TABLE rollup_hour (
  hour timestamptz NOT NULL,
  action_ref integer NOT NULL,
  access access NOT NULL,
  outcome outcome NOT NULL,
  events bigint NOT NULL,
  PRIMARY KEY (hour, action_ref, access, outcome)
);
CREATE TABLE rollup_day_project (
  day date NOT NULL,
  project_ref integer NOT NULL,
  access access NOT NULL,
  outcome outcome NOT NULL,
  events bigint NOT NULL,
  PRIMARY KEY (project_ref, day, access, outcome)
);
CREATE TABLE rollup_day_principal (
  day date NOT NULL,
  principal_ref integer NOT NULL,
  access access NOT NULL,
  outcome outcome NOT NULL,
  events bigint NOT NULL,
  PRIMARY KEY (principal_ref, day, access, outcome)
);
