import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "#lib/db/pool.ts";
import { queueAddress } from "#lib/sqs/queue-address.ts";
import { gatherMessages } from "./gather-messages.ts";
import { handleMessages } from "./handle-messages.ts";
import { noteListening, noteMessages, noteTrouble } from "./note-queue.ts";
import type { SyncSummary } from "./sync-pass.ts";

const SHORTEST_ROUND_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;
const SIGN_OF_LIFE_MS = 20_000;

type Options = {
  queueUrl: string;
  settings: { trailUrls: string[]; eventSources: string };
  signal: AbortSignal;
  log: (line: string) => void;
  /** After each pass, before the next may begin: a pass that lists must get its turn. */
  afterPass: () => Promise<void>;
};

/**
 * Reads the log files that a queue's messages name, until the signal. It never fails: after an error it pauses, longer
 * each time, and tries again; the passes that list find every file without it.
 */
export async function listenToQueue({ queueUrl, settings, signal, log, afterPass }: Options): Promise<void> {
  const { name } = queueAddress(queueUrl);
  const say = (line: string) => log(`Queue ${name}: ${line}`);
  const alive = setInterval(() => void noteListening(queueUrl).catch(() => undefined), SIGN_OF_LIFE_MS);
  let failures = 0;
  let lastTrouble: string | null = null;
  while (!signal.aborted) {
    const startedAt = Date.now();
    const trouble = await round({ queueUrl, settings, signal, log: say, afterPass });
    if (trouble === null) {
      if (failures > 0) say("all is well again.");
      failures = 0;
    } else if (!signal.aborted) {
      failures++;
      if (trouble !== lastTrouble) say(trouble);
      // Without a database this, too, can wait.
      await noteTrouble(queueUrl, trouble).catch(() => undefined);
    }
    lastTrouble = trouble;
    const pause = trouble === null ? startedAt + SHORTEST_ROUND_MS - Date.now() : pauseAfter(failures);
    if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
  clearInterval(alive);
}

/** One long poll and what comes of it. A sentence when something is wrong, else null. */
async function round({ queueUrl, settings, signal, log, afterPass }: Options): Promise<string | null> {
  try {
    // A message that is received while the database is away comes nearer to the dead-letter queue for nothing.
    await pool().query("SELECT");
    const messages = await gatherMessages(queueUrl, signal);
    const { summary, ...counts } = await handleMessages(messages, { queueUrl, settings, signal, log });
    await noteMessages(queueUrl, { ...counts, hasCome: messages.length > 0 });
    if (!summary) return null;
    if (summary.filesIngested + summary.filesFailed > 0) log(sentenceOf(summary));
    if (!signal.aborted) await afterPass();
    return summary.state === "failed" ? summary.problems.map(({ sentence }) => sentence).join(" ") : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function sentenceOf({ filesIngested, filesFailed, eventsInserted, elapsedMs }: SyncSummary): string {
  return `${filesIngested} files ingested, ${filesFailed} failed, ${eventsInserted} new events, ${(elapsedMs / 1_000).toFixed(1)} s.`;
}

/** From two seconds to five minutes, with jitter, so that several listeners don't come back in step. */
function pauseAfter(failures: number): number {
  return Math.min(1_000 * 2 ** failures, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
}
