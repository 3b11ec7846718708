import { availableParallelism } from "node:os";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { KeepRules } from "#lib/codestar/event-sources.ts";
import { PortWriter, readPort } from "./port-stream.ts";
import { readLogFile } from "./read-log-file.ts";
import type { ReadAnswer, ReadTask, RowsMessage } from "./read-in-thread.ts";

/** A file up to this size is read at once: to hand it to a thread would take longer. Most files of a trail are such. */
const SMALL_BYTES = 8 * 1024;
/** A file up to this size goes to its thread whole; of a larger one no more than a chunk is in memory. */
const WHOLE_BYTES = 1024 * 1024;
/** A thread that has had nothing to do for so long ends. */
const IDLE_MS = 5_000;
/** Each has memory of its own; one thread passes on what these read. */
const MOST_THREADS = 8;

type Asked = {
  fileId: number;
  sizeBytes: number;
  chunks: AsyncIterable<Uint8Array>;
  rules: KeepRules;
  limitBytes: number;
  heldLimitChars: number;
  /** Takes the rows of a file that has more than `heldLimitChars` of them, as they come. */
  onRows: (rows: Uint8Array) => Promise<void>;
};

/** Reads log files: in threads, so that this one has only bytes and rows to pass on, or at once where that is quicker. */
export class LogFileReaders {
  readonly #pool = new Piscina<ReadTask, ReadAnswer>({
    filename: new URL("./read-in-thread.ts", import.meta.url).href,
    name: "readInThread",
    minThreads: 0,
    maxThreads: Math.min(availableParallelism(), MOST_THREADS),
    idleTimeout: IDLE_MS,
    // What a thread works with lives shortly; left alone, V8 would let it pile up to several times as much.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  readonly #takers = new Map<number, (rows: RowsMessage["rows"]) => void>();
  #lastTaskId = 0;

  constructor() {
    // Of a thread that ends with a file, that file's promise tells; without one, another takes its place.
    this.#pool.on("error", () => undefined);
    this.#pool.on("message", ({ taskId, rows }: RowsMessage) => this.#takers.get(taskId)?.(rows));
  }

  /**
   * Reads one file. The rows that come back are those that `onRows` wasn't given.
   * @throws whatever the chunks' source or `onRows` throws
   */
  async read(asked: Asked): Promise<ReadAnswer> {
    if (asked.sizeBytes <= SMALL_BYTES) return readLogFile(await collected(asked.chunks), asked);
    return this.#readInThread(asked);
  }

  async #readInThread(asked: Asked): Promise<ReadAnswer> {
    const { fileId, limitBytes, heldLimitChars, chunks } = asked;
    const common = { taskId: ++this.#lastTaskId, fileId, limitBytes, heldLimitChars, eventSources: asked.rules.text };
    let taking: Promise<void> = Promise.resolve();
    let refused: { error: unknown } | null = null;
    const onRows = (rows: Uint8Array) =>
      asked.onRows(rows).catch((error: unknown) => {
        refused = { error };
        throw error;
      });
    this.#takers.set(common.taskId, (port) => {
      taking = takeRows(port, onRows);
      taking.catch(() => undefined);
    });
    try {
      const answer =
        asked.sizeBytes <= WHOLE_BYTES ? await this.#readWhole(common, chunks) : await this.#readStream(common, chunks);
      await taking;
      return answer;
    } catch (error) {
      await taking.catch(() => undefined);
      // A thread whose rows nobody takes says no more than that.
      if (refused !== null) throw (refused as { error: unknown }).error;
      if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY") return outOfMemory();
      throw error;
    } finally {
      this.#takers.delete(common.taskId);
    }
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #readWhole(common: Omit<ReadTask, "source">, chunks: AsyncIterable<Uint8Array>): Promise<ReadAnswer> {
    const bytes = await collected(chunks);
    return this.#pool.run({ ...common, source: bytes }, { transferList: [bytes.buffer as ArrayBuffer] });
  }

  async #readStream(common: Omit<ReadTask, "source">, chunks: AsyncIterable<Uint8Array>): Promise<ReadAnswer> {
    const { port1, port2 } = new MessageChannel();
    const writer = new PortWriter(port1);
    const answer = this.#pool.run({ ...common, source: port2 }, { transferList: [port2] });
    // A thread that ends before it looks at its port would be waited for.
    answer.catch(() => writer.close());
    try {
      for await (const chunk of chunks) if (!(await writer.write(chunk))) break;
      writer.end();
      return await answer;
    } catch (error) {
      // Only when the thread has let go of the file is another reading of it safe.
      writer.close();
      await answer.catch(() => undefined);
      throw error;
    } finally {
      writer.close();
    }
  }
}

/** The file's fault, and its alone: another is read by another thread. */
function outOfMemory(): ReadAnswer {
  const failure = "A record of the file takes more memory than there is for reading one.";
  return { reading: { compressedBytes: 0, uncompressedBytes: 0, sha256: null, failure }, rows: new Uint8Array(0) };
}

async function takeRows(port: RowsMessage["rows"], onRows: Asked["onRows"]): Promise<void> {
  for await (const rows of readPort(port)) await onRows(rows);
}

/** All bytes, in memory of their own, which can be handed over. */
async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const [first] = parts;
  if (parts.length === 1 && first && first.length === first.buffer.byteLength) return first;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
