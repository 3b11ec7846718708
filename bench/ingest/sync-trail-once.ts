import type { BenchTrail } from "#bench/trail/bench-trail.ts";
import { runSync, type SyncResult } from "#bench/services/run-sync.ts";
import type { IngestBench } from "./ingest-bench.ts";

/**
 * One pass of the product over a whole trail.
 * @throws Error when it hasn't read what is there: it would be measured doing less
 */
export async function syncTrailOnce(
  bench: IngestBench,
  trail: BenchTrail,
  variables: Record<string, string>,
): Promise<SyncResult> {
  const { options, signal } = bench;
  const result = await runSync({ variables, profileDir: options.profileDir, signal });
  const isAll = variables["EVENT_SOURCES"] === "all";
  expectSame("files ingested", result.filesIngested, trail.files.length);
  expectSame("records read", result.recordsRead, trail.records);
  expectSame("events", result.eventsInserted, isAll ? trail.records : trail.family);
  return result;
}

/** @throws Error naming what differs */
export function expectSame(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`The bench can't be right: ${found} ${what}, where there are ${expected}.`);
}
