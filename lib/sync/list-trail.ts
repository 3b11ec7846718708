import { pool } from "#lib/db/pool.ts";
import type { Counters } from "./counters.ts";
import { discover } from "./discover.ts";
import { queueDue } from "./due-queue.ts";
import { gatherPages } from "./gather-pages.ts";
import { findFile } from "./named-files.ts";
import type { PassPlan } from "./plan-pass.ts";
import { recordListing, type Listing, type RecordedPage } from "./record-listing.ts";
import { runParallel } from "./run-parallel.ts";
import { TrailError, type ListedFile, type TrailSource } from "./trail-source.ts";
import { whileConnectionsBreak } from "./while-connections-break.ts";
import { addToRun } from "./write-ledger.ts";

/** What day folders show is put into the ledger so many files at a time; small days together. */
const BATCH = { count: 1_000, ms: 100 };
const LEFTOVERS_AT_ONCE = 500;
const LOOKED_UP_AT_ONCE = 8;
/** So many waiting files of one folder are cheaper to find by listing it. */
const FOLDER_WORTH_LISTING = 8;

export type ListTrailOptions = {
  source: TrailSource;
  listing: Listing;
  plan: PassPlan;
  signal: AbortSignal;
  onRecorded: (page: { counts: Partial<Counters>; failures: RecordedPage["failures"] }) => void;
};

/**
 * Lists a trail to its end, as fast as the ledger takes it in, and queues what is to be read. After a listing of
 * everything, what it didn't show is `expired`; after one of the latest days, files outside them that still wait are
 * looked up, and failed ones are reported again.
 */
export async function listTrail(options: ListTrailOptions): Promise<void> {
  const { source, listing, signal } = options;
  const { window, completes } = options.plan;
  const roots = window ? await knownRoots(listing.trailId) : [];
  for await (const page of gatherPages(discover(source, { window, roots, signal }), BATCH)) await record(options, page);
  if (window === null) await whileConnectionsBreak(() => expireUnseen(listing));
  else if (completes !== "nothing") await listLeftovers(options);
}

async function record({ listing, signal, onRecorded }: ListTrailOptions, page: ListedFile[]): Promise<void> {
  if (signal.aborted) throw new TrailError("aborted", "The sync was stopped.");
  onRecorded(await recordListing(listing, page, (client, due) => queueDue(client, listing, due)));
}

/** The folders above each `AWSLogs` of the ledger, found by skipping in the index from account to account. */
async function knownRoots(trailId: number): Promise<string[]> {
  const { rows } = await pool().query<{ root: string }>(
    `WITH RECURSIVE found AS (
       (SELECT key FROM log_file WHERE trail_id = $1 AND account_id IS NOT NULL ORDER BY key LIMIT 1)
       UNION ALL
       SELECT next.key FROM found, LATERAL (
         SELECT key FROM log_file
         WHERE trail_id = $1 AND account_id IS NOT NULL AND key >= substring(found.key FROM $2) || '0'
         ORDER BY key LIMIT 1) next
     )
     SELECT DISTINCT substring(key FROM '^(.*/|)AWSLogs/') AS root FROM found LIMIT 10000`,
    [trailId, "^(?:.*/|)AWSLogs/(?:o-[a-z0-9]+/)?\\d{12}"],
  );
  return rows.map((row) => row.root);
}

async function expireUnseen(listing: Listing): Promise<void> {
  await pool().query(
    `UPDATE log_file SET state = 'expired', is_due = false, expired_at = now()
     WHERE trail_id = $1 AND last_seen_run_id IS DISTINCT FROM $2 AND state <> 'expired'`,
    [listing.trailId, listing.runId],
  );
}

type Leftover = { id: number; key: string; reason: string | null; isFailed: boolean };

async function listLeftovers(options: ListTrailOptions): Promise<void> {
  const { listing, onRecorded } = options;
  for (let after = 0; ;) {
    const { rows } = await pool().query<Leftover>(
      `SELECT id, key, reason, state = 'failed' AND NOT is_due AS "isFailed" FROM log_file
       WHERE trail_id = $1 AND id > $2 AND last_seen_run_id IS DISTINCT FROM $3
         AND (state IN ('pending', 'failed') OR is_due)
       ORDER BY id LIMIT $4`,
      [listing.trailId, after, listing.runId, LEFTOVERS_AT_ONCE],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;

    const failed = rows.filter((row) => row.isFailed);
    if (failed.length > 0) {
      const counts = { filesListed: failed.length, filesFailed: failed.length };
      await addToRun(pool(), listing, counts);
      onRecorded({ counts, failures: failed.map(({ key, reason }) => ({ key, reason: reason ?? "" })) });
    }
    const waiting = rows.filter((row) => !row.isFailed);
    const found = await lookUp(options, waiting);
    if (found.length > 0) await record(options, found);
    const isFound = new Set(found.map(({ key }) => key));
    const gone = waiting.filter(({ key }) => !isFound.has(key)).map(({ id }) => id);
    if (gone.length > 0)
      await pool().query(
        "UPDATE log_file SET state = 'expired', is_due = false, expired_at = now() WHERE id = ANY ($1)",
        [gone],
      );
  }
}

/** Those of these files that are there: a pass that was broken off may have left whole days waiting. */
async function lookUp({ source, signal }: ListTrailOptions, files: Leftover[]): Promise<ListedFile[]> {
  const folders = Map.groupBy(files, ({ key }) => key.slice(0, key.lastIndexOf("/") + 1));
  const parts = [...folders].map(
    ([folder, some]) =>
      async function* (): AsyncGenerator<ListedFile> {
        const keys = new Set(some.map(({ key }) => key));
        if (keys.size >= FOLDER_WORTH_LISTING) {
          for await (const page of source.list(folder, signal)) yield* page.filter(({ key }) => keys.has(key));
          return;
        }
        for (const key of keys) {
          const file = await findFile(source, key, signal);
          if (file) yield file;
        }
      },
  );
  const found: ListedFile[] = [];
  for await (const file of runParallel<ListedFile>(parts, LOOKED_UP_AT_ONCE)) found.push(file);
  return found;
}
