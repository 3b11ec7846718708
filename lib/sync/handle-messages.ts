import { readNotification } from "#lib/cloudtrail/read-notification.ts";
import { deleteMessages } from "#lib/sqs/delete-messages.ts";
import { hideMessages } from "#lib/sqs/hide-messages.ts";
import { HIDDEN_SECONDS } from "#lib/sqs/limits.ts";
import type { Message } from "#lib/sqs/receive-messages.ts";
import type { HandledMessages } from "./note-queue.ts";
import { waitForPassLock } from "./pass-lock.ts";
import { queuePass } from "./queue-pass.ts";
import type { SyncSummary } from "./sync-pass.ts";
import { wantedFiles, type WantedFile } from "./wanted-files.ts";

/** A message that couldn't be dealt with comes back after a minute, then two, four, eight, and every fifteen. */
const LONGEST_RETRY_SECONDS = 900;
/** To give messages back while the process is being ended. */
const GIVE_BACK_LIMIT_MS = 3_000;

type Wanted = { message: Message; files: WantedFile[] };

type Options = {
  queueUrl: string;
  settings: { trailUrls: string[]; eventSources: string };
  signal: AbortSignal;
  log: (line: string) => void;
};

/**
 * Has the files read that messages name, and deletes the messages once the ledger holds them. What names nothing of the
 * trails is deleted, since nothing will ever come of it; what can't be read is left to the dead-letter queue; what names
 * a file that isn't there or may not be read comes back. The summary is that of the pass, null when none was needed.
 * @throws SqsError, or Error of the database: all that isn't done comes back by itself
 */
export async function handleMessages(
  messages: readonly Message[],
  options: Options,
): Promise<HandledMessages & { summary: SyncSummary | null }> {
  const { queueUrl, signal } = options;
  const { wanted, ignored, unreadable } = sorted(messages, options);
  await deleteMessages(queueUrl, ignored);
  const counts = { handled: ignored.length, ignored: ignored.length, unreadable };
  if (wanted.length === 0) return { ...counts, summary: null };

  const { summary, isSettled } = await readFiles(wanted, options);
  const isDone = ({ files }: Wanted) => files.every(isSettled);
  const done = wanted.filter(isDone).map(({ message }) => message);
  const left = wanted.filter((one) => !isDone(one)).map(({ message }) => message);
  const limit = signal.aborted ? AbortSignal.timeout(GIVE_BACK_LIMIT_MS) : undefined;
  await deleteMessages(queueUrl, done, limit);
  for (const [count, some] of Map.groupBy(left, ({ receiveCount }) => receiveCount)) {
    const seconds = Math.min(HIDDEN_SECONDS * 2 ** (count - 1), LONGEST_RETRY_SECONDS);
    await hideMessages(queueUrl, some, signal.aborted ? 0 : seconds, limit);
  }
  return { ...counts, handled: counts.handled + done.length, summary };
}

function sorted(messages: readonly Message[], { settings, log }: Options) {
  const wanted: Wanted[] = [];
  const ignored: Message[] = [];
  let unreadable = 0;
  for (const message of messages) {
    const read = readNotification(message.body);
    const files = read.kind === "files" ? wantedFiles(read.files, settings.trailUrls) : [];
    if (files.length > 0) wanted.push({ message, files });
    else if (read.kind !== "unreadable") ignored.push(message);
    else {
      unreadable++;
      // It comes several times; once is enough to find it in the dead-letter queue.
      if (message.receiveCount === 1) log(`Message ${message.id} is left to the dead-letter queue: ${read.reason}.`);
    }
  }
  return { wanted, ignored, unreadable };
}

/** Waits for the pass that is on, which may have listed too early to see these files, and runs one over them. */
async function readFiles(
  wanted: Wanted[],
  { queueUrl, settings, signal, log }: Options,
): Promise<{ summary: SyncSummary | null; isSettled: (file: WantedFile) => boolean }> {
  const messages = wanted.map(({ message }) => message);
  let isHiding = false;
  const hiding = setInterval(
    () => {
      if (isHiding) return;
      isHiding = true;
      hideMessages(queueUrl, messages, HIDDEN_SECONDS, signal)
        .catch((error: Error) => log(`Messages may come twice: ${error.message}`))
        .finally(() => (isHiding = false));
    },
    (HIDDEN_SECONDS * 1_000) / 3,
  );
  try {
    const lock = await waitForPassLock({ signal });
    if (!lock) return { summary: null, isSettled: () => false };
    try {
      const files = wanted.flatMap((one) => one.files);
      return await queuePass(files, { lock, signal, settings });
    } finally {
      await lock.release();
    }
  } finally {
    clearInterval(hiding);
  }
}
