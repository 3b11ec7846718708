-- What findings ask of IAM's records and of a project's deletion.
ALTER TABLE event
  -- The project policy (CodeStar_<id>_<role>) that a call of IAM attaches, detaches, makes or deletes, and whose.
  ADD COLUMN project_policy text,
  ADD COLUMN policy_holder text,
  -- Whether a DeleteProject asks to delete the stack too.
  ADD COLUMN delete_stack boolean;

CREATE INDEX event_by_project_policy ON event (account_id, project_policy, event_time) WHERE project_policy IS NOT NULL;
