import { env } from "#lib/env.ts";
import { pool } from "#lib/db/pool.ts";
import { keepRules } from "#lib/codestar/event-sources.ts";
import { cleanText } from "#lib/cloudtrail/clean-text.ts";
import { closeDeadRuns } from "./close-dead-runs.ts";
import { isOutOfRoom } from "./database-error-kind.ts";
import { addCounts, noCounts, type Counters } from "./counters.ts";
import { ensureTrails, type Trail } from "./ensure-trails.ts";
import type { RunCause } from "./create-run.ts";
import { openTrail } from "./open-trail.ts";
import { tryPassLock, type PassLock } from "./pass-lock.ts";
import type { PassOptions } from "./plan-pass.ts";
import { recordedCounts } from "./recorded-counts.ts";
import { syncTrail, type FileFailure, type TrailOutcome, type TrailProgress } from "./sync-trail.ts";
import { trailAddresses } from "./trail-address.ts";
import { notePause, pauseSentence } from "./trail-pause.ts";
import { TrailError } from "./trail-source.ts";

const HEARTBEAT_MS = 5_000;
/** Failures are all in the ledger; a summary holds no more than so many. */
const FAILURES_LIMIT = 10_000;

export type RunState = "complete" | "partial" | "failed" | "interrupted";

/** What a pass did. The counters are those of `npm run sync -- --json`; `problems` are sentences on whole trails. */
export type SyncSummary = Counters & {
  elapsedMs: number;
  failures: FileFailure[];
  state: RunState;
  problems: { url: string; isError: boolean; sentence: string }[];
};

export type SyncPassOptions = {
  runId: number;
  /** The pass lock, if the caller holds it; it stays the caller's. */
  lock?: PassLock;
  signal?: AbortSignal;
  onProgress?: (progress: TrailProgress) => void;
  /** The only files to look at, by the trail's address; other trails are left alone. */
  only?: ReadonlyMap<string, readonly string[]>;
  /** Instead of the environment's. */
  settings?: { trailUrls: string[]; eventSources: string };
};

/**
 * Does a run that waits (or one of a queue, which may go on): one pass over all configured trails. One pass is on at a time, over all processes.
 * A stopped pass comes back as `interrupted`; what it has committed stays, and the next pass goes on from there.
 * @throws Error when another pass is on, when the run doesn't wait, or when the database fails
 */
export async function syncPass(options: SyncPassOptions): Promise<SyncSummary> {
  const lock = options.lock ?? (await tryPassLock());
  if (!lock) throw new Error("Another pass is on.");
  try {
    return await runPass(options, lock);
  } finally {
    if (!options.lock) await lock.release();
  }
}

async function runPass(options: SyncPassOptions, lock: PassLock): Promise<SyncSummary> {
  const { runId, signal: stop, onProgress, only } = options;
  const startedAt = Date.now();
  await closeDeadRuns(pool());
  const { cause, ...asked } = await beginRun(runId);
  const signal = AbortSignal.any([lock.lost, ...(stop ? [stop] : [])]);
  const heartbeat = setInterval(() => {
    pool()
      .query("UPDATE sync_run SET heartbeat_at = now() WHERE id = $1", [runId])
      .catch(() => undefined);
  }, HEARTBEAT_MS);
  const summary: SyncSummary = { ...noCounts(), elapsedMs: 0, failures: [], state: "complete", problems: [] };
  try {
    const { trailUrls, eventSources } = options.settings ?? env();
    if (trailUrls.length === 0)
      throw new Error("TRAIL_URLS is not set: give it s3://bucket[/prefix] or file:///folder.");
    const rules = keepRules(eventSources);
    const trails = (await ensureTrails(trailUrls)).filter(({ url }) => !only || only.has(url));
    const addresses = new Map(trailAddresses(trailUrls).map((address) => [address.url, address]));
    let failedTrails = 0;
    for (const trail of trails) {
      const source = openTrail(addresses.get(trail.url) ?? trail.url);
      const paused = pauseSentence(trail.pause, cause);
      const outcome = await runTrail(runId, trail, async () => {
        if (paused !== null)
          return { counts: noCounts(), failures: [], error: paused, access: { kind: "nothing" }, note: null };
        return syncTrail({ runId, trail, source, rules, asked, keys: only?.get(trail.url), signal, onProgress });
      });
      if (!source.isLocal) {
        const isAnythingIn = outcome.counts.filesIngested > 0;
        await notePause(trail, outcome.access, { cause, isAnythingIn, intervalMinutes: intervalMinutes(options) });
      }
      addCounts(summary, outcome.counts);
      for (const failure of outcome.failures)
        if (summary.failures.length < FAILURES_LIMIT) summary.failures.push(failure);
      const sentence = outcome.error ?? outcome.note;
      if (sentence !== null) summary.problems.push({ url: trail.url, isError: outcome.error !== null, sentence });
      if (outcome.error !== null) failedTrails++;
    }
    if (failedTrails === trails.length) summary.state = "failed";
    else if (failedTrails > 0 || summary.filesFailed > 0) summary.state = "partial";
    const errors = summary.problems.filter((problem) => problem.isError).map((problem) => problem.sentence);
    await finishRun(runId, summary.state, errors.join(" ") || null);
  } catch (error) {
    const isStopped = error instanceof TrailError && error.kind === "aborted";
    summary.state = isStopped ? "interrupted" : "failed";
    const sentence = lock.lost.aborted
      ? "The connection to the database broke; the next pass takes up where this one stopped."
      : isStopped
        ? "It was stopped; the next pass takes up where it did."
        : sentenceOf(error);
    // Without a database the run stays as it is until the next one finds it dead.
    await finishRun(runId, summary.state, sentence).catch(() => undefined);
    if (!isStopped) throw error;
    // The trail that was on has not reported; without a database what the others said stands.
    Object.assign(summary, await recordedCounts(runId).catch(() => ({})));
  } finally {
    clearInterval(heartbeat);
  }
  summary.elapsedMs = Date.now() - startedAt;
  return summary;
}

function sentenceOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (!isOutOfRoom(error)) return said;
  return `The database has no room left: make room on its disk; the next pass takes up where this one stopped (${said}).`;
}

/** A pass with settings of its own has no schedule. */
function intervalMinutes({ settings }: SyncPassOptions): number {
  return settings ? 5 : env().syncIntervalMinutes;
}

async function beginRun(runId: number): Promise<PassOptions & { cause: RunCause }> {
  const { rows } = await pool().query<PassOptions & { cause: RunCause }>(
    `UPDATE sync_run SET state = 'running', started_at = coalesce(started_at, now()), finished_at = NULL, heartbeat_at = now()
     WHERE id = $1 AND (state = 'waiting' OR cause = 'queue')
     RETURNING cause, from_date::text AS "from", to_date::text AS "to", is_full AS "isFull"`,
    [runId],
  );
  if (!rows[0]) throw new Error(`Pass ${runId} doesn't wait to be run.`);
  return rows[0];
}

/** Keeps a run's row for a trail while the trail is synced. */
async function runTrail(runId: number, trail: Trail, sync: () => Promise<TrailOutcome>): Promise<TrailOutcome> {
  const startedAt = Date.now();
  await pool().query(
    `INSERT INTO sync_run_trail (sync_run_id, trail_id) VALUES ($1, $2)
     ON CONFLICT (sync_run_id, trail_id) DO UPDATE SET state = 'running', error = NULL`,
    [runId, trail.id],
  );
  const finish = (state: RunState, error: string | null) =>
    pool().query(
      `UPDATE sync_run_trail SET error = $4, elapsed_ms = elapsed_ms + $5,
         state = CASE WHEN $3 = 'complete' AND files_failed > 0 THEN 'partial' ELSE $3 END::sync_run_state
       WHERE sync_run_id = $1 AND trail_id = $2`,
      [runId, trail.id, state, error === null ? null : cleanText(error), Date.now() - startedAt],
    );
  try {
    const outcome = await sync();
    const state = outcome.error !== null ? "failed" : outcome.counts.filesFailed > 0 ? "partial" : "complete";
    await finish(state, outcome.error ?? outcome.note);
    return outcome;
  } catch (error) {
    const isStopped = error instanceof TrailError && error.kind === "aborted";
    const said = error instanceof Error ? error.message : String(error);
    await finish(isStopped ? "interrupted" : "failed", said).catch(() => undefined);
    throw error;
  }
}

async function finishRun(runId: number, state: RunState, error: string | null): Promise<void> {
  await pool().query(
    `UPDATE sync_run SET error = $3, finished_at = now(), heartbeat_at = now(), state = CASE
         WHEN $2 = 'complete' AND EXISTS (SELECT FROM sync_run_trail WHERE sync_run_id = $1 AND state <> 'complete') THEN 'partial'
         ELSE $2 END::sync_run_state
     WHERE id = $1`,
    [runId, state, error === null ? null : cleanText(error)],
  );
}
