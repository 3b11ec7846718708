-- Counts over ten million events in the time that a column store takes (docs/decisions/0015-rollups-for-every-facet.md).
-- What isn't there (no project, no error …) is NULL here as in `event`, and one value.

-- Days by project: what has none, too.
ALTER TABLE rollup_day_project DROP CONSTRAINT rollup_day_project_pkey;
ALTER TABLE rollup_day_project ALTER COLUMN project_ref DROP NOT NULL;
CREATE UNIQUE INDEX rollup_day_project_key ON rollup_day_project (project_ref, day, access, outcome) NULLS NOT DISTINCT;

-- Days by where and with what error.
CREATE TABLE rollup_day_place (
  day date NOT NULL,
  account_id text,
  region text,
  error_code text,
  access access NOT NULL,
  outcome outcome NOT NULL,
  events bigint NOT NULL
);

-- All time, by action, where and with what error: few rows, however many events there are.
CREATE TABLE rollup_action (
  action_ref integer NOT NULL,
  account_id text,
  region text,
  error_code text,
  access access NOT NULL,
  outcome outcome NOT NULL,
  events bigint NOT NULL
) WITH (fillfactor = 70);

-- The same by who and on which project.
CREATE TABLE rollup_total (
  principal_ref integer NOT NULL,
  action_ref integer NOT NULL,
  project_ref integer,
  account_id text,
  region text,
  error_code text,
  access access NOT NULL,
  outcome outcome NOT NULL,
  events bigint NOT NULL
) WITH (fillfactor = 80);

-- All time, by one value of a column that has many: `field` is the column of `event`. With addresses and keys it tells
-- whose, with subjects and resources by what and on which project; the others of these are NULL there.
CREATE TABLE rollup_value (
  field text NOT NULL,
  value text,
  principal_ref integer,
  action_ref integer,
  project_ref integer,
  access access NOT NULL,
  outcome outcome NOT NULL,
  events bigint NOT NULL
) WITH (fillfactor = 80);

INSERT INTO rollup_day_project (project_ref, day, access, outcome, events)
SELECT NULL, (event_time AT TIME ZONE 'UTC')::date, access, outcome, count(*)
FROM event WHERE NOT is_related AND project_ref IS NULL GROUP BY 2, 3, 4;
INSERT INTO rollup_day_place (day, account_id, region, error_code, access, outcome, events)
SELECT (event_time AT TIME ZONE 'UTC')::date, account_id, region, error_code, access, outcome, count(*)
FROM event WHERE NOT is_related GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO rollup_total (principal_ref, action_ref, project_ref, account_id, region, error_code, access, outcome, events)
SELECT principal_ref, action_ref, project_ref, account_id, region, error_code, access, outcome, count(*)
FROM event WHERE NOT is_related GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
INSERT INTO rollup_action (action_ref, account_id, region, error_code, access, outcome, events)
SELECT action_ref, account_id, region, error_code, access, outcome, sum(events)
FROM rollup_total GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO rollup_value (field, value, principal_ref, action_ref, project_ref, access, outcome, events)
SELECT v.field, v.value, v.principal_ref, v.action_ref, v.project_ref, access, outcome, count(*)
FROM event CROSS JOIN LATERAL (VALUES
  ('source_ip', source_ip, principal_ref, NULL::integer, NULL::integer),
  ('access_key_id', access_key_id, principal_ref, NULL, NULL),
  ('subject_arn', subject_arn, NULL, action_ref, project_ref),
  ('resource_arn', resource_arn, NULL, action_ref, project_ref)
) AS v (field, value, principal_ref, action_ref, project_ref)
WHERE NOT is_related GROUP BY 1, 2, 3, 4, 5, 6, 7;

CREATE UNIQUE INDEX rollup_day_place_key
  ON rollup_day_place (day, account_id, region, error_code, access, outcome) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX rollup_action_key
  ON rollup_action (action_ref, account_id, region, error_code, access, outcome) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX rollup_total_key ON rollup_total
  (principal_ref, action_ref, project_ref, account_id, region, error_code, access, outcome) NULLS NOT DISTINCT;
CREATE INDEX rollup_total_by_project ON rollup_total (project_ref) WHERE project_ref IS NOT NULL;
CREATE UNIQUE INDEX rollup_value_key ON rollup_value
  (field, value, principal_ref, action_ref, project_ref, access, outcome) NULLS NOT DISTINCT;

-- Narrower, because events of one second are put in order afterwards, and with what counting by the clocks of any time
-- zone needs, so that it looks at the index alone.
DROP INDEX event_by_project;
DROP INDEX event_by_principal;
DROP INDEX event_by_action;
CREATE INDEX event_by_project ON event (project_ref, event_time DESC) INCLUDE (commit_no, access, outcome, is_related)
  WHERE project_ref IS NOT NULL;
CREATE INDEX event_by_principal ON event (principal_ref, event_time DESC) INCLUDE (commit_no, access, outcome, is_related);
CREATE INDEX event_by_action ON event (action_ref, event_time DESC) INCLUDE (commit_no, access, outcome, is_related);

-- The first page of what one address or key did, of one error, or of what failed, however rare it is.
CREATE INDEX event_by_ip ON event (source_ip, event_time DESC) WHERE source_ip IS NOT NULL;
CREATE INDEX event_by_key ON event (access_key_id, event_time DESC) WHERE access_key_id IS NOT NULL;
CREATE INDEX event_by_error ON event (error_code, event_time DESC) WHERE error_code IS NOT NULL;
