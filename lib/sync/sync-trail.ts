import { env } from "#lib/env.ts";
import { pool } from "#lib/db/pool.ts";
import type { KeepRules } from "#lib/codestar/event-sources.ts";
import { addCounts, imbalanceOf, noCounts, type Counters } from "./counters.ts";
import { dueFiles } from "./due-files.ts";
import type { DueFile, FileResult } from "./due-file.ts";
import type { Trail } from "./ensure-trails.ts";
import { HELD_LIMIT_CHARS, ingestFile } from "./ingest-file.ts";
import { ingestWriter } from "./ingest-writer.ts";
import { LogFileReaders } from "./log-file-readers.ts";
import { Refusals, type AccessSign } from "./refusals.ts";
import { planPass, type PassOptions, type PassPlan } from "./plan-pass.ts";
import { TrailError, type TrailSource } from "./trail-source.ts";

/** One transaction commits at most so many small files, so much text, or what came within so long. */
const BATCH = { files: 256, bytes: 4 * 1024 * 1024, ms: 1_000 };
/** So many files in a row that the server didn't answer for mean that it won't answer for the next. */
const UNREACHABLE_LIMIT = 20;

export type FileFailure = { key: string; reason: string };
export type TrailProgress = { url: string; isListed: boolean; counts: Counters };
/** `access` is whether the trail may be read at all, which it may not be until somebody grants or renews something. */
export type TrailOutcome = {
  counts: Counters;
  failures: FileFailure[];
  error: string | null;
  access: AccessSign;
  note: string | null;
};

export type SyncTrailOptions = {
  runId: number;
  trail: Trail;
  source: TrailSource;
  rules: KeepRules;
  asked: PassOptions;
  /** The only files to look at, whatever was asked for. */
  keys?: readonly string[];
  signal: AbortSignal;
  onProgress?: (progress: TrailProgress) => void;
};

/**
 * One pass over one trail: lists, reads what is due, and commits it with its ledger. A trail that can't be listed comes
 * back with its error; what was committed until then stays.
 * @throws TrailError `aborted` when the signal says so; errors of the database
 */
export async function syncTrail(options: SyncTrailOptions): Promise<TrailOutcome> {
  const { runId, trail, source, rules } = options;
  const refusals = new Refusals();
  const startedAt = new Date();
  const counts = noCounts();
  const failures: FileFailure[] = [];
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  let isListed = false;
  let unreachable = 0;
  const plan: PassPlan = options.keys
    ? { window: null, keys: options.keys, completes: "nothing" }
    : planPass({
        history: trail,
        asked: options.asked,
        isLocal: source.isLocal,
        fingerprint: rules.fingerprint,
        now: startedAt,
      });
  const report = () => options.onProgress?.({ url: trail.url, isListed, counts });

  const limitBytes = env().maxLogFileMb * 1024 ** 2;
  const readers = new LogFileReaders({ source, rules, limitBytes, heldLimitChars: HELD_LIMIT_CHARS, signal });
  const writer = ingestWriter({
    runId,
    trailId: trail.id,
    rules,
    signal: options.signal,
    onWritten: (written) => {
      addCounts(counts, written.counts);
      for (const result of written.results) failures.push(...failureOf(result));
      report();
    },
  });
  const batch = collectBatches(writer.write);
  const running = new Set<Promise<void>>();
  let failed: { error: unknown } | null = null;

  const ingest = async (file: DueFile) => {
    const result = await ingestFile(file, { isLocal: source.isLocal, readers, refusals, writer, signal });
    if (result?.kind !== "unreachable" || result.isAnswered) unreachable = 0;
    else if (++unreachable >= UNREACHABLE_LIMIT) throw new TrailError("unreachable", result.reason);
    if (result) await batch.add(result);
  };
  const launch = (file: DueFile) => {
    const task = ingest(file).catch((error: unknown) => {
      failed ??= { error };
      stop.abort();
    });
    running.add(task);
    void task.finally(() => running.delete(task));
  };

  try {
    const listing = { runId, trailId: trail.id, fingerprint: rules.fingerprint, restoreHint: source.restoreHint };
    const pages = dueFiles({
      source,
      listing,
      plan,
      signal,
      onRecorded: (page) => {
        addCounts(counts, page.counts);
        failures.push(...page.failures);
        report();
      },
      onListed: () => {
        isListed = true;
        report();
      },
    });
    for await (const page of pages) {
      for (const file of page) {
        while (running.size >= source.concurrency) await Promise.race(running);
        if (signal.aborted) break;
        launch(file);
      }
      if (signal.aborted) break;
    }
  } catch (error) {
    failed ??= { error };
    if (!(error instanceof TrailError) || error.kind === "aborted") stop.abort();
  }
  try {
    await Promise.all(running);
    // What was read until a trail failed is kept; after an abort only what is in the database counts.
    if (!options.signal.aborted) await batch.flush();
  } catch (error) {
    failed ??= { error };
  } finally {
    await readers.close();
    await writer.close();
  }

  if (options.signal.aborted) throw new TrailError("aborted", "The sync was stopped.");
  if (failed) {
    if (!(failed.error instanceof TrailError)) throw failed.error;
    const { kind, message: error } = failed.error;
    const isRefusal = kind === "denied" || kind === "credentials";
    // That nothing answers says nothing of what is allowed.
    const access: AccessSign = isRefusal ? { kind: "refused", reason: error, isOfAll: true } : { kind: "nothing" };
    return { counts, failures, error, access, note: null };
  }
  const imbalance = imbalanceOf(counts);
  if (imbalance) throw new Error(imbalance);
  await markComplete(trail.id, plan, startedAt, rules.fingerprint);
  const isEmpty = counts.filesListed === 0 && plan.completes === "everything";
  return {
    counts,
    failures,
    error: null,
    access: accessOf(refusals, options),
    note: isEmpty ? `Nothing lies under ${source.url}; check the prefix in TRAIL_URLS.` : null,
  };
}

type Batch = { add: (result: FileResult) => Promise<void>; flush: () => Promise<void> };

/** Gathers results into transactions. `add` waits while two are on, which holds back whoever reads files. */
function collectBatches(write: (results: FileResult[]) => Promise<void>): Batch {
  let held: FileResult[] = [];
  let heldBytes = 0;
  let heldSince = 0;
  const writing = new Set<Promise<void>>();
  let failed: { error: unknown } | null = null;

  const flush = () => {
    const results = held;
    held = [];
    heldBytes = 0;
    const batch = write(results)
      .catch((error: unknown) => void (failed ??= { error }))
      .finally(() => writing.delete(batch));
    writing.add(batch);
  };
  const untilAtMost = async (count: number) => {
    while (writing.size > count) await Promise.race(writing);
    if (failed) throw failed.error;
  };
  return {
    add: async (result) => {
      await untilAtMost(1);
      if (held.length === 0) heldSince = Date.now();
      held.push(result);
      if (result.kind === "read") heldBytes += result.rows.length;
      if (held.length >= BATCH.files || heldBytes >= BATCH.bytes || Date.now() - heldSince >= BATCH.ms) flush();
    },
    flush: () => {
      flush();
      return untilAtMost(0);
    },
  };
}

function failureOf(result: FileResult): FileFailure[] {
  if (result.kind === "unreachable") return [{ key: result.file.key, reason: result.reason }];
  if (result.kind === "read" && result.reading.failure !== null)
    return [{ key: result.file.key, reason: result.reading.failure }];
  return [];
}

/** A pass that looked at folders and had nothing to read was let in; a few named files that needn't be read say nothing. */
function accessOf({ sign }: Refusals, { keys }: SyncTrailOptions): AccessSign {
  return sign.kind === "nothing" && !keys ? { kind: "open" } : sign;
}

async function markComplete(trailId: number, plan: PassPlan, at: Date, fingerprint: string): Promise<void> {
  if (plan.completes === "nothing") return;
  await pool().query(
    `UPDATE trail SET last_complete_pass_at = $2,
       last_month_pass_at = CASE WHEN $3 THEN $2 ELSE last_month_pass_at END,
       last_full_pass_at = CASE WHEN $4 THEN $2 ELSE last_full_pass_at END,
       rules_fingerprint = CASE WHEN $4 THEN $5 ELSE rules_fingerprint END
     WHERE id = $1`,
    [trailId, at, plan.completes !== "days", plan.completes === "everything", fingerprint],
  );
}
