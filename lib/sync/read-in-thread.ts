import { MessageChannel, parentPort, workerData, type MessagePort } from "node:worker_threads";
import { move, transferableSymbol, valueSymbol } from "piscina";
import { keepRules } from "#lib/codestar/event-sources.ts";
import { fetchLogFile, type FileToFetch } from "./fetch-log-file.ts";
import { PortWriter } from "./port-stream.ts";
import type { LogFileRows } from "./read-log-file.ts";
import type { TrailAddress } from "./trail-address.ts";
import { TrailError, type TrailErrorKind, type TrailSource } from "./trail-source.ts";

/** What a thread of `log-file-readers.ts` is started with. */
export type ThreadData = { address: TrailAddress; eventSources: string; limitBytes: number; heldLimitChars: number };

export type ReadTask = FileToFetch & { taskId: number };

/** What a thread sends beside its answers: where the rows come that are more than it holds, and what S3 asks for. */
export type ThreadMessage = { kind: "rows"; taskId: number; rows: MessagePort } | { kind: "slow-down" };

/** Errors lose their class on the way from one thread to another. */
export type ReadAnswer =
  | ({ kind: "read" } & LogFileRows)
  | { kind: "refused"; reason: TrailErrorKind; sentence: string }
  | { kind: "failed"; error: unknown };

const { address, eventSources, limitBytes, heldLimitChars } = workerData as ThreadData;
const rules = keepRules(eventSources);
const opening = openTrail();

/** Fetches and reads one log file, in a thread that has others on their way. */
export async function readInThread(task: ReadTask): Promise<ReadAnswer> {
  let writer: PortWriter | null = null;
  const onRows = async (rows: Uint8Array) => {
    writer ??= openRows(task.taskId);
    if (!(await writer.write(rows))) throw new Error("Nobody takes the rows any more.");
  };
  const onSlowDown = () => send({ kind: "slow-down" });
  try {
    const source = await opening;
    const read = await fetchLogFile(task, { source, rules, limitBytes, heldLimitChars, onRows, onSlowDown });
    (writer as PortWriter | null)?.end();
    const answer: ReadAnswer = { kind: "read", ...read };
    // Piscina hands `answer` over, and the bytes of its rows without a copy.
    return move({ [transferableSymbol]: [read.rows.buffer], [valueSymbol]: answer }) as unknown as ReadAnswer;
  } catch (error) {
    if (error instanceof TrailError) return { kind: "refused", reason: error.kind, sentence: error.message };
    return { kind: "failed", error };
  } finally {
    (writer as PortWriter | null)?.close();
  }
}

/** A trail in a folder does without the AWS SDK, which takes longer to load than all the rest. */
async function openTrail(): Promise<TrailSource> {
  if (address.kind === "s3") return (await import("./s3-trail.ts")).s3Trail(address);
  return (await import("./file-trail.ts")).fileTrail(address);
}

function openRows(taskId: number): PortWriter {
  const { port1, port2 } = new MessageChannel();
  send({ kind: "rows", taskId, rows: port2 }, [port2]);
  return new PortWriter(port1);
}

function send(message: ThreadMessage, transferred: MessagePort[] = []): void {
  parentPort?.postMessage(message, transferred);
}
