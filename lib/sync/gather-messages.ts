import { HIDDEN_SECONDS, WAIT_SECONDS } from "#lib/sqs/limits.ts";
import { receiveMessages, type Message } from "#lib/sqs/receive-messages.ts";

/** After the first message, what comes within so long is worked on together. */
const GATHER_MS = 1_000;
const MESSAGES = 500;
const CHARS = 8 * 1024 * 1024;

/**
 * Messages of a queue: as soon as one comes, with those that come right after it; none when the queue stays empty.
 * @throws SqsError when nothing could be received
 */
export async function gatherMessages(queueUrl: string, signal: AbortSignal): Promise<Message[]> {
  const receive = (waitSeconds: number) =>
    receiveMessages(queueUrl, { waitSeconds, invisibleSeconds: HIDDEN_SECONDS, signal });
  const gathered = await receive(WAIT_SECONDS);
  if (gathered.length === 0) return gathered;
  const until = Date.now() + GATHER_MS;
  let chars = gathered.reduce((sum, { body }) => sum + body.length, 0);
  while (Date.now() < until && gathered.length < MESSAGES && chars < CHARS) {
    // What is here already must not wait for what can't be had.
    const more = await receive(1).catch(() => []);
    if (more.length === 0) break;
    gathered.push(...more);
    chars += more.reduce((sum, { body }) => sum + body.length, 0);
  }
  return gathered;
}
