import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { syncState } from "#lib/sync/queries/sync-state.ts";
import { forgetOtherQueues, noteListening, noteMessages, noteTrouble } from "./note-queue.ts";

beforeEach(emptyDatabase);

describe("queues", () => {
  const url = "https://sqs.eu-west-1.amazonaws.com/111122223333/trail";

  it("say when they were listened to, what came and what is wrong", async () => {
    await noteListening(url);
    expect((await syncState()).queues).toMatchObject([{ url, isListening: true, lastMessageAt: null, error: null }]);
    await noteMessages(url, { hasCome: true, handled: 3, ignored: 1, unreadable: 2 });
    await noteMessages(url, { hasCome: false, handled: 0, ignored: 0, unreadable: 0 });
    await noteTrouble(url, "The queue\0 is away.");
    await pool().query("UPDATE message_queue SET listened_at = now() - interval '1 day'");
    expect((await syncState()).queues).toEqual([
      {
        url,
        isListening: false,
        listenedAt: expect.stringMatching(/Z$/),
        lastMessageAt: expect.stringMatching(/Z$/),
        messagesHandled: 3,
        messagesIgnored: 1,
        messagesUnreadable: 2,
        error: "The queue\uFFFD is away.",
      },
    ]);
    await noteMessages(url, { hasCome: false, handled: 0, ignored: 0, unreadable: 0 });
    expect((await syncState()).queues).toMatchObject([{ isListening: true, messagesHandled: 3, error: null }]);
    await forgetOtherQueues([]);
    expect((await syncState()).queues).toEqual([]);
  });

  it("have runs that are not the pass that is on, and took as long as they worked", async () => {
    await pool().query(
      `INSERT INTO sync_run (cause, state, started_at) VALUES ('queue', 'running', now() - interval '1 hour')`,
    );
    await pool().query("INSERT INTO trail (url) VALUES ('s3://one')");
    await pool().query("INSERT INTO sync_run_trail (sync_run_id, trail_id, elapsed_ms) VALUES (1, 1, 250)");
    expect(await syncState()).toMatchObject({ running: null, runs: [{ cause: "queue", elapsedMs: 250 }] });
  });
});
