import { pool } from "#lib/db/pool.ts";
import type { DueFile } from "./due-file.ts";
import type { DueFilesOptions } from "./due-files.ts";
import { recordListing } from "./record-listing.ts";
import { runParallel } from "./run-parallel.ts";
import { TrailError, type ListedFile, type TrailSource } from "./trail-source.ts";

/** So many files are looked up before they are put into the ledger. */
const PAGE = 100;

/**
 * Of these files, those that are to be read, as a listing of just them finds them: the ledger is up to date when they
 * are handed out. One that isn't there leaves no trace. A run that goes on looks anew at what it has seen before.
 */
export async function* namedFiles(options: DueFilesOptions, keys: readonly string[]): AsyncGenerator<DueFile[]> {
  const { source, listing, signal } = options;
  await pool().query(
    "UPDATE log_file SET last_seen_run_id = NULL WHERE trail_id = $1 AND last_seen_run_id = $2 AND key = ANY ($3)",
    [listing.trailId, listing.runId, keys],
  );
  for (let start = 0; start < keys.length; start += PAGE) {
    if (signal.aborted) throw new TrailError("aborted", "The sync was stopped.");
    const found = await lookUp(source, keys.slice(start, start + PAGE), signal);
    if (found.length === 0) continue;
    const recorded = await recordListing(listing, found);
    options.onRecorded(recorded);
    yield recorded.due;
  }
}

/**
 * A file as a listing shows it, or undefined when it isn't there. Of all keys that begin with its own it is the first,
 * so that a short one, which a message may name on purpose, doesn't have whole folders listed.
 */
export async function findFile(source: TrailSource, key: string, signal: AbortSignal): Promise<ListedFile | undefined> {
  for await (const page of source.list(key, signal)) {
    if (page.length > 0) return page.find((file) => file.key === key);
  }
  return undefined;
}

async function lookUp(source: TrailSource, keys: readonly string[], signal: AbortSignal): Promise<ListedFile[]> {
  const parts = keys.map(
    (key) =>
      async function* () {
        const file = await findFile(source, key, signal);
        if (file) yield file;
      },
  );
  const found: ListedFile[] = [];
  for await (const file of runParallel<ListedFile>(parts, source.concurrency)) found.push(file);
  return found;
}
