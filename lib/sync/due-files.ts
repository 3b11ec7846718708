import type { DueFile } from "./due-file.ts";
import { clearDue, takeDue } from "./due-queue.ts";
import { listTrail, type ListTrailOptions } from "./list-trail.ts";
import { namedFiles } from "./named-files.ts";
import { recordListed } from "./record-listed.ts";
import { TrailError } from "./trail-source.ts";
import { whileConnectionsBreak } from "./while-connections-break.ts";

const TAKEN_AT_ONCE = 500;

export type DueFilesOptions = ListTrailOptions & {
  /** All of the trail is listed that the pass looks at: no more files come. */
  onListed: () => void;
};

/**
 * The files that a pass has to read; the ledger is up to date with the listing when they are handed out. Listing goes on
 * meanwhile, however slowly they are taken: what waits does so in the database. When it fails for a reason of the trail,
 * what was listed until then is handed out first.
 */
export async function* dueFiles(options: DueFilesOptions): AsyncGenerator<DueFile[]> {
  const { listing, plan } = options;
  const finish = async () => {
    await whileConnectionsBreak(() => recordListed(listing));
    options.onListed();
  };
  if (plan.keys) {
    yield* namedFiles(options, plan.keys);
    return finish();
  }
  await clearDue(null);
  const stop = new AbortController();
  const news = new News();
  const state = { isOver: false, error: null as Error | null };
  const listed = listTrail({
    ...options,
    signal: AbortSignal.any([options.signal, stop.signal]),
    onRecorded: (page) => {
      options.onRecorded(page);
      news.tell();
    },
  })
    .then(finish)
    .catch((error: unknown) => void (state.error = error instanceof Error ? error : new Error(String(error))))
    .finally(() => {
      state.isOver = true;
      news.tell();
    });
  try {
    for (let from = 0, after = 0; ;) {
      const { isOver } = state;
      const { next } = news;
      if (isOver && isFinal(state.error)) throw state.error;
      const range = { from, after, limit: TAKEN_AT_ONCE };
      const { files, last } = await whileConnectionsBreak(() => takeDue(listing, range));
      if (files.length > 0) {
        [from, after] = [after, last];
        yield files;
      } else if (isOver) {
        break;
      } else {
        await next;
      }
    }
    if (state.error !== null) throw state.error;
  } finally {
    stop.abort();
    await listed;
    // What is left then, the next pass clears.
    await clearDue(listing).catch(() => undefined);
  }
}

/** Whether nothing more is to be done, rather than nothing more to be listed. */
function isFinal(error: Error | null): error is Error {
  return error !== null && (!(error instanceof TrailError) || error.kind === "aborted");
}

/** A bell for one who waits: `next`, asked for before looking, resolves with what is told after that. */
class News {
  #next = Promise.withResolvers<void>();

  get next(): Promise<void> {
    return this.#next.promise;
  }

  tell(): void {
    this.#next.resolve();
    this.#next = Promise.withResolvers<void>();
  }
}
