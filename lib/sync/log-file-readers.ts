import { availableParallelism } from "node:os";
import type { MessagePort } from "node:worker_threads";
import { Piscina } from "piscina";
import type { KeepRules } from "#lib/codestar/event-sources.ts";
import { fetchLogFile, type FileToFetch, type RowTaker } from "./fetch-log-file.ts";
import { LostThread } from "./lost-thread.ts";
import { readPort } from "./port-stream.ts";
import type { ReadAnswer, ReadTask, ThreadData, ThreadMessage } from "./read-in-thread.ts";
import type { LogFileRows } from "./read-log-file.ts";
import { TrailError, type TrailSource } from "./trail-source.ts";

/** So many small files are read here at first: where there are no more, a thread would take longer to start. */
const FIRST_FILES = 16;
const SMALL_BYTES = 8 * 1024;
/** Each has memory of its own, some 50 MB where it has the AWS SDK; one thread passes on what these read. */
const MOST_THREADS = { local: 8, s3: 3 };
/** More than a trail ever has on their way. */
const MOST_TASKS = 64;
/** A thread that has had nothing to do for so long ends. */
const IDLE_MS = 5_000;

type Options = {
  source: TrailSource;
  rules: KeepRules;
  limitBytes: number;
  heldLimitChars: number;
  /** Ends the threads, whatever they are at. */
  signal: AbortSignal;
};
type Threads = Piscina<ReadTask, ReadAnswer>;

/** Reads a trail's log files, in threads that fetch them themselves: what comes here is what is kept of them. */
export class LogFileReaders {
  readonly #options: Options;
  readonly #takers = new Map<number, (rows: MessagePort) => void>();
  readonly #started = new Set<Threads>();
  #threads: Threads | undefined;
  /** Ends with the last of the files that are read alone. */
  #alone: Promise<unknown> = Promise.resolve();
  #lastTaskId = 0;

  constructor(options: Options) {
    this.#options = options;
    options.signal.addEventListener("abort", () => void this.close(), { once: true });
  }

  /**
   * Reads one file. The rows that come back are those that `onRows` wasn't given.
   * @param isAlone with no other file on its way in the same threads, which shows whether it is this one that ends them
   * @throws TrailError when it can't be opened; LostThread when the thread ended that had it; whatever `onRows` throws
   */
  async read(file: FileToFetch, onRows: RowTaker, isAlone = false): Promise<LogFileRows> {
    const { source, signal } = this.#options;
    const taskId = ++this.#lastTaskId;
    const task = { taskId, id: file.id, key: file.key, etag: file.etag, sizeBytes: file.sizeBytes };
    try {
      signal.throwIfAborted();
      const isHere = taskId <= FIRST_FILES && file.sizeBytes <= SMALL_BYTES && !isAlone;
      const read = isHere
        ? await fetchLogFile(file, { ...this.#options, onSlowDown: () => source.note("slow-down"), onRows })
        : await (isAlone ? this.#readAlone(task, onRows) : this.#readAmongOthers(task, onRows));
      source.note("read");
      return read;
    } catch (error) {
      if (signal.aborted) throw new TrailError("aborted", "The sync was stopped.", error);
      if (error instanceof TrailError) source.note(error.kind);
      throw error;
    }
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.#started, (threads) => this.#end(threads)));
  }

  async #readAmongOthers(task: ReadTask, onRows: RowTaker): Promise<LogFileRows> {
    const most = this.#options.source.isLocal ? MOST_THREADS.local : MOST_THREADS.s3;
    const threads = (this.#threads ??= this.#start(Math.min(availableParallelism(), most)));
    try {
      return await this.#readInThread(threads, task, onRows);
    } catch (error) {
      // The next file finds new ones.
      if (error instanceof LostThread) await this.#end(threads);
      throw error;
    }
  }

  async #readAlone(task: ReadTask, onRows: RowTaker): Promise<LogFileRows> {
    const read = this.#alone.then(async () => {
      this.#options.signal.throwIfAborted();
      const thread = this.#start(1);
      try {
        return await this.#readInThread(thread, task, onRows);
      } finally {
        await this.#end(thread);
      }
    });
    this.#alone = read.catch(() => undefined);
    return read;
  }

  async #readInThread(threads: Threads, task: ReadTask, onRows: RowTaker): Promise<LogFileRows> {
    let taking: Promise<void> = Promise.resolve();
    let refused: { error: unknown } | null = null;
    this.#takers.set(task.taskId, (port) => {
      taking = takeRows(port, (rows) =>
        onRows(rows).catch((error: unknown) => {
          refused = { error };
          throw error;
        }),
      );
      taking.catch(() => undefined);
    });
    try {
      const answer = await threads.run(task).catch((error: unknown) => {
        throw new LostThread(error);
      });
      if (answer.kind === "refused") throw new TrailError(answer.reason, answer.sentence);
      if (answer.kind === "failed") throw answer.error;
      await taking;
      return answer;
    } catch (error) {
      await taking.catch(() => undefined);
      // A thread whose rows nobody takes says no more than that.
      throw refused === null ? error : (refused as { error: unknown }).error;
    } finally {
      this.#takers.delete(task.taskId);
    }
  }

  #start(maxThreads: number): Threads {
    const { source, rules, limitBytes, heldLimitChars } = this.#options;
    const workerData: ThreadData = { address: source.address, eventSources: rules.text, limitBytes, heldLimitChars };
    const threads: Threads = new Piscina({
      minThreads: 0,
      maxThreads,
      concurrentTasksPerWorker: MOST_TASKS,
      filename: new URL("./read-in-thread.ts", import.meta.url).href,
      name: "readInThread",
      workerData,
      idleTimeout: IDLE_MS,
      // Connections are looked after while there is nothing to do, too.
      atomics: "disabled",
      // What a thread works with lives shortly; left alone, V8 would let it pile up to several times as much.
      resourceLimits: { maxYoungGenerationSizeMb: source.isLocal ? 16 : 8 },
    });
    this.#started.add(threads);
    // Of a thread that ends with files, their promises tell. One that can't even start leaves them waiting.
    threads.on("error", () => void this.#end(threads));
    threads.on("message", (message: ThreadMessage) => {
      if (message.kind === "slow-down") source.note("slow-down");
      else this.#takers.get(message.taskId)?.(message.rows);
    });
    return threads;
  }

  async #end(threads: Threads): Promise<void> {
    if (this.#threads === threads) this.#threads = undefined;
    await threads.destroy();
    this.#started.delete(threads);
  }
}

async function takeRows(port: MessagePort, onRows: RowTaker): Promise<void> {
  for await (const rows of readPort(port)) await onRows(rows);
}
