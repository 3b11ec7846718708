import type { Message } from "./receive-messages.ts";

type Entry = { Id: string; ReceiptHandle: string };

/** SQS changes no more at once. */
const AT_ONCE = 10;

/** Does something to messages ten at a time, and gives back the names of the errors of those it failed for. */
export async function inBatches(
  messages: readonly Message[],
  send: (entries: Entry[]) => Promise<{ Failed?: { Code?: string }[] }>,
): Promise<string[]> {
  const failed: string[] = [];
  for (let start = 0; start < messages.length; start += AT_ONCE) {
    const some = messages.slice(start, start + AT_ONCE);
    const answer = await send(some.map(({ receipt }, index) => ({ Id: `${index}`, ReceiptHandle: receipt })));
    failed.push(...(answer.Failed ?? []).map(({ Code }) => Code ?? "an unknown error"));
  }
  return failed;
}
