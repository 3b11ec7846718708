import { cleanText } from "#lib/cloudtrail/clean-text.ts";
import { pool } from "#lib/db/pool.ts";

/** What became of messages; `ignored` ones are among the `handled`. */
export type HandledMessages = { handled: number; ignored: number; unreadable: number };

/** Records that a queue has a listener, whatever it is at. */
export async function noteListening(queueUrl: string): Promise<void> {
  await pool().query(
    "INSERT INTO message_queue (url) VALUES ($1) ON CONFLICT (url) DO UPDATE SET listened_at = now()",
    [queueUrl],
  );
}

/** Records what a round of listening brought, and that all is well. */
export async function noteMessages(queueUrl: string, counts: HandledMessages & { hasCome: boolean }): Promise<void> {
  await pool().query(
    `INSERT INTO message_queue AS q (url, last_message_at, messages_handled, messages_ignored, messages_unreadable)
     VALUES ($1, CASE WHEN $2 THEN now() END, $3, $4, $5)
     ON CONFLICT (url) DO UPDATE SET listened_at = now(), error = NULL,
       last_message_at = coalesce(excluded.last_message_at, q.last_message_at),
       messages_handled = q.messages_handled + excluded.messages_handled,
       messages_ignored = q.messages_ignored + excluded.messages_ignored,
       messages_unreadable = q.messages_unreadable + excluded.messages_unreadable`,
    [queueUrl, counts.hasCome, counts.handled, counts.ignored, counts.unreadable],
  );
}

/** Records why a queue brings nothing for now. */
export async function noteTrouble(queueUrl: string, sentence: string): Promise<void> {
  await pool().query(
    `INSERT INTO message_queue (url, error) VALUES ($1, $2) ON CONFLICT (url) DO UPDATE SET error = excluded.error`,
    [queueUrl, cleanText(sentence)],
  );
}

/** Removes what is recorded of queues that are no longer configured. */
export async function forgetOtherQueues(queueUrls: readonly string[]): Promise<void> {
  await pool().query("DELETE FROM message_queue WHERE url <> ALL ($1)", [queueUrls]);
}
