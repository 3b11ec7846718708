-- Runs of a queue look at single files, beside the one pass over all trails that is on or waits: who asks for that one
-- while files of a queue are read must get it.
DROP INDEX sync_run_one_active;
CREATE UNIQUE INDEX sync_run_one_active ON sync_run ((true)) WHERE state IN ('waiting', 'running') AND cause <> 'queue';

-- An SQS queue that tells of new log files, as its listeners last saw it.
CREATE TABLE message_queue (
  url text PRIMARY KEY,
  -- The last sign of life of a listener.
  listened_at timestamptz NOT NULL DEFAULT now(),
  last_message_at timestamptz,
  -- Done with and deleted; those that named nothing of the trails are among them.
  messages_handled bigint NOT NULL DEFAULT 0,
  messages_ignored bigint NOT NULL DEFAULT 0,
  -- How often one was left for the dead-letter queue: each comes several times.
  messages_unreadable bigint NOT NULL DEFAULT 0,
  -- Why it can't be listened to right now.
  error text
);
