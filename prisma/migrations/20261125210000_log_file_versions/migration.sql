-- What a log file held before its content changed under its key, and what of that its present content lacks.

ALTER TABLE log_file
  -- What the object is, by its key (lib/cloudtrail/log-file-key.ts).
  ADD COLUMN kind text NOT NULL DEFAULT 'log',
  -- The commit that first read the present content; null until a reading of the file has been kept.
  ADD COLUMN content_commit_no bigint,
  -- When it was last read under another etag with the same bytes.
  ADD COLUMN same_bytes_at timestamptz,
  ADD COLUMN expired_at timestamptz;

-- An earlier content of a log file, as the ledger had it when another took its place; `failed` when it was no log file.
CREATE TABLE log_file_version (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  log_file_id bigint NOT NULL REFERENCES log_file (id),
  -- It was the file's content from this commit on, until just before that one.
  from_commit_no bigint NOT NULL,
  to_commit_no bigint NOT NULL,
  state log_file_state NOT NULL CHECK (state IN ('ingested', 'failed')),
  reason text,
  etag text NOT NULL,
  size_bytes bigint NOT NULL,
  last_modified timestamptz,
  sha256 text,
  uncompressed_bytes bigint,
  records_read bigint NOT NULL,
  events_inserted bigint NOT NULL,
  records_duplicate bigint NOT NULL,
  records_filtered bigint NOT NULL,
  records_rejected bigint NOT NULL,
  rules_fingerprint text,
  ingested_at timestamptz,
  replaced_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (log_file_id, from_commit_no),
  CHECK (from_commit_no < to_commit_no),
  CHECK (records_read = events_inserted + records_duplicate + records_filtered + records_rejected),
  CHECK (state = 'ingested' OR records_read = 0)
);

-- From a commit on (and until another) a log file's content lacks what an earlier content of it delivered.
CREATE TABLE withdrawal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id text NOT NULL,
  log_file_id bigint NOT NULL REFERENCES log_file (id),
  -- Of the one record that it lacks, while it has the event's id with other bytes; null when it lacks the id.
  sha256 text,
  -- False when the content was read by rules that leave such records out, so that it may well be in there.
  is_certain boolean NOT NULL,
  from_commit_no bigint NOT NULL,
  to_commit_no bigint,
  CHECK (from_commit_no < to_commit_no)
);
CREATE UNIQUE INDEX withdrawal_open ON withdrawal (log_file_id, event_id, sha256) NULLS NOT DISTINCT
  WHERE to_commit_no IS NULL;
CREATE INDEX withdrawal_by_file ON withdrawal (log_file_id, event_id);
CREATE INDEX withdrawal_by_event ON withdrawal (event_id);

-- What a file delivered.
CREATE INDEX event_by_file ON event (inserted_from);
CREATE INDEX event_delivery_by_file ON event_delivery (log_file_id);

-- When the record came to stand at its file and position: tells which content of the file it is from.
ALTER TABLE event_conflict ADD COLUMN placed_commit_no bigint;
UPDATE event_conflict SET placed_commit_no = commit_no;
ALTER TABLE event_conflict ALTER COLUMN placed_commit_no SET NOT NULL;

ALTER TABLE rejected_record ADD COLUMN withdrawn_commit_no bigint;
ALTER TABLE rejected_record DROP CONSTRAINT rejected_record_log_file_id_position_key;
CREATE UNIQUE INDEX rejected_record_present ON rejected_record (log_file_id, position) WHERE withdrawn_commit_no IS NULL;
CREATE INDEX rejected_record_by_file ON rejected_record (log_file_id, position);

UPDATE log_file f SET
  kind = CASE
    WHEN reason LIKE 'A digest file%' THEN 'digest'
    WHEN reason LIKE 'A CloudTrail Insights file%' THEN 'insight'
    WHEN reason LIKE 'A network activity file%' THEN 'network-activity'
    WHEN reason LIKE 'A file of aggregated data%' THEN 'aggregated'
    WHEN reason LIKE 'A folder marker%' THEN 'folder-marker'
    WHEN reason LIKE 'Its path is not that of a log file%' THEN 'other'
    ELSE 'log' END,
  content_commit_no = (
    SELECT least(min(e.commit_no), f.commit_no) FROM event e WHERE f.commit_no IS NOT NULL AND e.inserted_from = f.id),
  expired_at = CASE WHEN state = 'expired' THEN last_seen_at END;

-- Files that were replaced before this was kept: of their earlier content only the events are known.
WITH forgotten AS (
  SELECT f.id, f.etag, count(*) - f.events_inserted AS events, min(e.commit_no) AS from_commit_no,
    greatest(f.commit_no, min(e.commit_no) + 1) AS to_commit_no
  FROM log_file f JOIN event e ON e.inserted_from = f.id
  GROUP BY f.id HAVING count(*) > f.events_inserted
), kept AS (
  INSERT INTO log_file_version (log_file_id, from_commit_no, to_commit_no, state, reason, etag, size_bytes,
    records_read, events_inserted, records_duplicate, records_filtered, records_rejected)
  SELECT id, from_commit_no, to_commit_no, 'ingested',
    'It was replaced before earlier contents were kept: only how many events it brought is known.', '', 0,
    events, events, 0, 0, 0
  FROM forgotten
)
UPDATE log_file f SET content_commit_no = g.to_commit_no FROM forgotten g WHERE f.id = g.id;
