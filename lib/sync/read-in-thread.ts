import { MessageChannel, parentPort, type MessagePort } from "node:worker_threads";
import { move, transferableSymbol, valueSymbol } from "piscina";
import { keepRules, type KeepRules } from "#lib/codestar/event-sources.ts";
import type { FileReading } from "./log-file-reader.ts";
import { PortWriter, readPort } from "./port-stream.ts";
import { readLogFile } from "./read-log-file.ts";

/** A log file to read: all its bytes, or the port that they come through. */
export type ReadTask = {
  taskId: number;
  source: Uint8Array | MessagePort;
  fileId: number;
  eventSources: string;
  limitBytes: number;
  heldLimitChars: number;
};

/** What a thread sends beside its answer: where the rows come that are more than it holds. */
export type RowsMessage = { taskId: number; rows: MessagePort };

export type ReadAnswer = { reading: FileReading; rows: Uint8Array };

let rules: { text: string; keep: KeepRules } | undefined;

/** Reads one log file, in a thread of `log-file-readers.ts`. */
export async function readInThread(task: ReadTask): Promise<ReadAnswer> {
  if (rules?.text !== task.eventSources) rules = { text: task.eventSources, keep: keepRules(task.eventSources) };
  let writer: PortWriter | null = null;
  const onRows = async (rows: Uint8Array) => {
    writer ??= openRows(task.taskId);
    if (!(await writer.write(rows, { isOurs: true }))) throw new Error("Nobody takes the rows any more.");
  };
  try {
    const source = task.source instanceof Uint8Array ? task.source : readPort(task.source);
    const { reading, rows } = await readLogFile(source, {
      fileId: task.fileId,
      rules: rules.keep,
      limitBytes: task.limitBytes,
      heldLimitChars: task.heldLimitChars,
      onRows,
    });
    (writer as PortWriter | null)?.end();
    const answer: ReadAnswer = { reading, rows };
    // Piscina hands `answer` over, and the bytes of its rows without a copy.
    return move({ [transferableSymbol]: [rows.buffer], [valueSymbol]: answer }) as unknown as ReadAnswer;
  } finally {
    (writer as PortWriter | null)?.close();
  }
}

function openRows(taskId: number): PortWriter {
  const { port1, port2 } = new MessageChannel();
  const message: RowsMessage = { taskId, rows: port2 };
  parentPort?.postMessage(message, [port2]);
  return new PortWriter(port1);
}
