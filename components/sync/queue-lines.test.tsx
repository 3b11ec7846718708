import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { MessageQueue } from "#lib/sync/queries/sync-state.ts";
import { QueueLines } from "./queue-lines.tsx";

const queue: MessageQueue = {
  url: "https://sqs.eu-west-1.amazonaws.com/111122223333/trail",
  isListening: true,
  listenedAt: "2024-05-01T10:00:00Z",
  lastMessageAt: null,
  messagesHandled: 0,
  messagesIgnored: 0,
  messagesUnreadable: 0,
  error: null,
};
const text = (...queues: MessageQueue[]) =>
  renderToStaticMarkup(<QueueLines queues={queues} timeZone="UTC" />)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

describe("QueueLines", () => {
  it("says nothing without a queue", () => {
    expect(text()).toBe("");
  });

  it.each<[Partial<MessageQueue>, string]>([
    [{}, "No message yet"],
    [{ isListening: false }, "No worker has listened since 2024-05-01 10:00:00"],
    [{ lastMessageAt: "2024-05-01T09:00:00Z", messagesHandled: 1 }, "Last message 2024-05-01 09:00:00"],
    [
      { messagesHandled: 4_812, messagesIgnored: 12 },
      "4,812 messages handled, 12 of them named no log file of the trails",
    ],
    [{ messagesUnreadable: 1 }, "Unreadable ones came 1 time; they are left to the dead-letter queue"],
    [{ error: "<b>\u202e" }, "&lt;b&gt;"],
  ])("says %o", (facts, sentence) => {
    expect(text({ ...queue, ...facts })).toContain(sentence);
  });
});
