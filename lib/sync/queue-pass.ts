import { pool } from "#lib/db/pool.ts";
import type { PassLock } from "./pass-lock.ts";
import { syncPass, type SyncPassOptions, type SyncSummary } from "./sync-pass.ts";
import type { WantedFile } from "./wanted-files.ts";

/** A run gathers what comes within so long. */
const RUN_HOURS = 1;

/**
 * A pass over single files that a queue has told of. `isSettled` says of each whether the ledger has its fate by now:
 * it is read, failed for good or passed over. One that isn't there or may not be read has none yet.
 * @throws Error as `syncPass` does
 */
export async function queuePass(
  files: readonly WantedFile[],
  options: { lock: PassLock; signal: AbortSignal; settings?: SyncPassOptions["settings"] },
): Promise<{ summary: SyncSummary; isSettled: (file: WantedFile) => boolean }> {
  const only = new Map<string, string[]>();
  for (const [url, some] of Map.groupBy(files, (file) => file.url)) {
    only.set(url, [...new Set(some.map(({ key }) => key))]);
  }
  const runId = await openRun();
  const summary = await syncPass({ runId, only, ...options });
  const { rows } = await pool().query<WantedFile>(
    `SELECT url, f.key FROM unnest($2::text[], $3::text[]) AS wanted (url, key)
       JOIN trail t USING (url) JOIN log_file f ON f.trail_id = t.id AND f.key = wanted.key
     WHERE f.last_seen_run_id = $1 AND NOT f.is_due AND f.state IN ('ingested', 'skipped', 'archived', 'failed')`,
    [runId, files.map(({ url }) => url), files.map(({ key }) => key)],
  );
  // What a pass didn't come to, the ledger may have as it was before.
  const broken = new Set(summary.problems.filter(({ isError }) => isError).map(({ url }) => url));
  const settled = new Set(rows.filter(({ url }) => summary.state !== "interrupted" && !broken.has(url)).map(nameOf));
  return { summary, isSettled: (file) => settled.has(nameOf(file)) };
}

/**
 * The newest run, if it is a queue's that ended well not long ago, or a new one: files come by twos and threes, and a
 * row for each time would bury the passes that list.
 */
async function openRun(): Promise<number> {
  const { rows } = await pool().query<{ id: number }>(
    `WITH newest AS (SELECT * FROM sync_run ORDER BY started_at DESC NULLS FIRST, id DESC LIMIT 1), going AS (
       SELECT id FROM newest WHERE cause = 'queue' AND state IN ('complete', 'partial')
         AND started_at > now() - make_interval(hours => $1)
     ), new AS (
       INSERT INTO sync_run (cause, state, started_at, finished_at)
       SELECT 'queue', 'complete', now(), now() WHERE NOT EXISTS (SELECT FROM going) RETURNING id
     )
     SELECT id FROM going UNION ALL SELECT id FROM new`,
    [RUN_HOURS],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error("The run of a queue was not recorded.");
  return id;
}

function nameOf({ url, key }: WantedFile): string {
  return `${url}\n${key}`;
}
