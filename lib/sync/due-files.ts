import { pool } from "#lib/db/pool.ts";
import type { Counters } from "./counters.ts";
import { discover } from "./discover.ts";
import type { DueFile } from "./due-file.ts";
import { findFile, namedFiles } from "./named-files.ts";
import type { PassPlan } from "./plan-pass.ts";
import { recordListing, type Listing, type RecordedPage } from "./record-listing.ts";
import { TrailError, type TrailSource } from "./trail-source.ts";
import { addToRun } from "./write-ledger.ts";

const LEFTOVERS_AT_ONCE = 500;

export type DueFilesOptions = {
  source: TrailSource;
  listing: Listing;
  plan: PassPlan;
  signal: AbortSignal;
  onRecorded: (page: { counts: Partial<Counters>; failures: RecordedPage["failures"] }) => void;
};

/**
 * The files that a pass has to read, as its listing finds them; the ledger is up to date with the listing when they are
 * handed out. After a listing of everything, what it didn't show is `expired`; after one of the latest days, files
 * outside them that still wait are looked up one by one, and failed ones are reported again.
 */
export async function* dueFiles(options: DueFilesOptions): AsyncGenerator<DueFile[]> {
  const { source, listing, signal } = options;
  const { window, completes, keys } = options.plan;
  if (keys) return yield* namedFiles(options, keys);
  const roots = window ? await knownRoots(listing.trailId) : [];
  for await (const page of discover(source, { window, roots, signal })) {
    if (signal.aborted) throw new TrailError("aborted", "The sync was stopped.");
    if (page.length === 0) continue;
    const recorded = await recordListing(listing, page);
    options.onRecorded(recorded);
    yield recorded.due;
  }
  if (window === null) await expireUnseen(listing);
  else if (completes !== "nothing") yield* leftovers(options);
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

async function* leftovers({ source, listing, signal, onRecorded }: DueFilesOptions): AsyncGenerator<DueFile[]> {
  for (let after = 0; ;) {
    const { rows } = await pool().query<{ id: number; key: string; reason: string | null; isFailed: boolean }>(
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
    for (const { id, key, isFailed } of rows) {
      if (isFailed) continue;
      if (signal.aborted) throw new TrailError("aborted", "The sync was stopped.");
      const now = await findFile(source, key, signal);
      if (!now) {
        await pool().query("UPDATE log_file SET state = 'expired', is_due = false, expired_at = now() WHERE id = $1", [
          id,
        ]);
        continue;
      }
      const recorded = await recordListing(listing, [now]);
      onRecorded(recorded);
      yield recorded.due;
    }
  }
}
