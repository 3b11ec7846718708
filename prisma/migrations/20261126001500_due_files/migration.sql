-- Files that a pass has listed and is still to read, as the listing shows them: it runs ahead of the reading, and of a
-- file that was read before `log_file` tells of the content that was read. Worth nothing once the pass has ended, hence
-- unlogged: the next one lists again.
CREATE UNLOGGED TABLE due_file (
  sync_run_id bigint NOT NULL,
  trail_id smallint NOT NULL,
  -- In the order of listing.
  no bigint GENERATED ALWAYS AS IDENTITY,
  log_file_id bigint NOT NULL,
  etag text NOT NULL,
  size_bytes bigint NOT NULL,
  storage_class text,
  last_modified timestamptz,
  is_standing boolean NOT NULL,
  PRIMARY KEY (sync_run_id, trail_id, no)
);
