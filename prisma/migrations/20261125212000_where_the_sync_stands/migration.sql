-- How far a pass is with each trail, and what is in of each account and region.

-- When a pass began with a trail, and when it had listed all of it; the time left is known only from then on.
ALTER TABLE sync_run_trail ADD COLUMN started_at timestamptz;
ALTER TABLE sync_run_trail ALTER COLUMN started_at SET DEFAULT now();
ALTER TABLE sync_run_trail ADD COLUMN listed_at timestamptz;
UPDATE sync_run_trail SET listed_at = r.finished_at FROM sync_run r
WHERE r.id = sync_run_id AND sync_run_trail.state IN ('complete', 'partial');

-- The pass that was the last to read a file, or to try.
ALTER TABLE log_file ADD COLUMN read_run_id bigint;
CREATE INDEX log_file_by_run ON log_file (read_run_id, state, key) WHERE read_run_id IS NOT NULL;
CREATE INDEX log_file_by_place ON log_file (trail_id, state, account_id, region);
CREATE INDEX ingest_commit_by_run ON ingest_commit (sync_run_id, no);

-- An account and region that a trail delivers for, with its newest log file. The time is when that was delivered, and
-- no later than the end of its folder's day: a copy of a bucket has the times at which it was copied.
CREATE TABLE trail_region (
  trail_id smallint NOT NULL REFERENCES trail (id),
  account_id text NOT NULL,
  region text NOT NULL,
  newest_log_file_at timestamptz NOT NULL,
  newest_log_file_id bigint NOT NULL REFERENCES log_file (id),
  PRIMARY KEY (trail_id, account_id, region)
);
CREATE INDEX trail_region_newest ON trail_region (trail_id, newest_log_file_at);
INSERT INTO trail_region (trail_id, account_id, region, newest_log_file_at, newest_log_file_id)
SELECT DISTINCT ON (trail_id, account_id, region) trail_id, account_id, region, at, id
FROM (
  SELECT trail_id, account_id, region, id,
    least(last_modified, (folder_date + 1)::timestamp AT TIME ZONE 'UTC') AS at
  FROM log_file
  WHERE account_id IS NOT NULL AND region IS NOT NULL AND folder_date IS NOT NULL AND key ~ '/CloudTrail/[^/]+/\d{4}/\d\d/\d\d/[^/]+$'
) f
ORDER BY trail_id, account_id, region, at DESC, id DESC;

-- The newest event of each account and region, kept in the transaction that brings it.
CREATE TABLE newest_event (
  account_id text NOT NULL,
  region text NOT NULL,
  event_time timestamptz NOT NULL,
  PRIMARY KEY (account_id, region)
);
INSERT INTO newest_event (account_id, region, event_time)
SELECT account_id, region, max(event_time) FROM event
WHERE account_id IS NOT NULL AND region IS NOT NULL GROUP BY 1, 2;
