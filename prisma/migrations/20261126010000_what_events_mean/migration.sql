-- What events say of projects, people and resources, and the records of other services that belong to a project.

ALTER TABLE event
  -- Kept only because it bears CodeStar's marks: outside the family and EVENT_SOURCES, and counted nowhere unless asked for.
  ADD COLUMN is_related boolean NOT NULL DEFAULT false,
  -- The naming rule by which it has to do with CodeStar projects (lib/codestar/related-of.ts), and what the name leaves
  -- for the project's id: the id itself, or one that it begins with.
  ADD COLUMN related_reason text,
  ADD COLUMN related_account text,
  ADD COLUMN related_region text,
  ADD COLUMN related_mark text COLLATE "C",
  ADD COLUMN related_is_exact boolean,
  -- The project that it is assigned to by these, from all that are known.
  ADD COLUMN related_project_ref integer REFERENCES project (id) ON DELETE SET NULL,
  -- What a change of a team asks for.
  ADD COLUMN member_role text,
  ADD COLUMN remote_access boolean,
  -- Canonical ARNs of the family's resources that it has to do with, its own first.
  ADD COLUMN resource_keys text[],
  -- What the caller used: console, cli, sdk or service.
  ADD COLUMN client text,
  -- The /24 or /48 of the address.
  ADD COLUMN source_network text,
  ADD COLUMN source_identity text,
  -- The access key that the answer hands out (AssumeRole …), by which its calls are traced to who asked for it.
  ADD COLUMN issued_key_id text;

ALTER TABLE project ADD COLUMN is_confirmed boolean;
UPDATE project p SET is_confirmed = EXISTS (
  SELECT FROM rollup_day_project r WHERE r.project_ref = p.id AND r.outcome = 'success');

CREATE INDEX event_by_related_mark ON event (related_account, related_mark) WHERE related_mark IS NOT NULL;
CREATE INDEX event_by_related_project ON event (related_project_ref, event_time DESC, event_id DESC)
  WHERE related_project_ref IS NOT NULL;
CREATE INDEX event_related ON event (event_time DESC, event_id DESC) WHERE is_related;
CREATE INDEX event_by_subject ON event (subject_arn, event_time DESC, event_id DESC) WHERE subject_arn IS NOT NULL;
CREATE INDEX event_by_resource_key ON event USING gin (resource_keys) WHERE resource_keys IS NOT NULL;
CREATE INDEX event_by_issued_key ON event (issued_key_id) WHERE issued_key_id IS NOT NULL;
