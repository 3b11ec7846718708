import { Counter, Gauge, Registry } from "prom-client";
import type { MetricFacts } from "#lib/metrics/metric-facts.ts";

type Series = [labels: Record<string, string>, value: number];

/**
 * The facts in Prometheus' text format, and its content type. A registry of their own is made for each answer, because
 * the process itself has nothing to tell: it knows of the sync what the database says.
 */
export async function metricsText(facts: MetricFacts): Promise<{ text: string; contentType: string }> {
  const registry = new Registry();
  const registers = [registry];
  // A metric with labels and no series says nothing; one without labels always has its one value.
  const gauge = (name: string, labelNames: string[], help: string, series: Series[]) => {
    const metric = new Gauge({ name, help, labelNames, registers });
    for (const [labels, value] of series) metric.set(labels, value);
  };
  const counter = (name: string, labelNames: string[], help: string, series: Series[]) => {
    const metric = new Counter({ name, help, labelNames, registers });
    for (const [labels, value] of series) metric.inc(labels, value);
  };
  const ofTrails = (value: (trail: MetricFacts["trails"][number]) => number | null): Series[] =>
    facts.trails.flatMap((trail) => {
      const known = value(trail);
      return known === null ? [] : [[{ trail: trail.trail }, known]];
    });

  gauge(
    "astrolabe_log_files",
    ["trail", "state"],
    "Log files in the ledger by trail and state.",
    facts.logFiles.map(({ trail, state, count }) => [{ trail, state }, count]),
  );
  counter(
    "astrolabe_records_total",
    ["trail", "fate"],
    "Records read by all passes, by trail and fate. The same file read again counts again.",
    facts.trails.flatMap((trail): Series[] => [
      [{ trail: trail.trail, fate: "inserted" }, trail.eventsInserted],
      [{ trail: trail.trail, fate: "duplicate" }, trail.recordsDuplicate],
      [{ trail: trail.trail, fate: "filtered" }, trail.recordsFiltered],
      [{ trail: trail.trail, fate: "rejected" }, trail.recordsRejected],
    ]),
  );
  counter(
    "astrolabe_read_compressed_bytes_total",
    ["trail"],
    "Bytes of log files read by all passes, as they lie in the bucket.",
    ofTrails((trail) => trail.bytesCompressed),
  );
  counter(
    "astrolabe_read_uncompressed_bytes_total",
    ["trail"],
    "Bytes of log files read by all passes, unpacked.",
    ofTrails((trail) => trail.bytesUncompressed),
  );
  gauge("astrolabe_events", [], "Events in the database.", [[{}, facts.events]]);
  gauge("astrolabe_sync_running", [], "1 while a pass is on, else 0.", [[{}, facts.running]]);
  gauge("astrolabe_sync_waiting", [], "1 while a pass waits for a worker, else 0.", [[{}, facts.waiting]]);
  counter(
    "astrolabe_sync_runs_total",
    ["state"],
    "Passes that have ended, by how.",
    facts.runs.map(({ state, count }) => [{ state }, count]),
  );
  gauge(
    "astrolabe_sync_last_complete_timestamp_seconds",
    ["trail"],
    "Start of the last pass that went through all of a trail, as Unix time; absent before the first.",
    ofTrails((trail) => trail.lastCompletePassAt),
  );
  const last = facts.lastRun === null ? [] : [facts.lastRun];
  gauge(
    "astrolabe_sync_run_duration_seconds",
    ["state"],
    "How long the last pass that ended took, by how it ended.",
    last.map(({ state, seconds }) => [{ state }, seconds]),
  );
  gauge(
    "astrolabe_sync_run_finished_timestamp_seconds",
    ["state"],
    "End of the last pass, however it ended, as Unix time.",
    last.map(({ state, finishedAt }) => [{ state }, finishedAt]),
  );
  gauge(
    "astrolabe_trail_regions",
    ["trail"],
    "Accounts and regions that a trail delivers for.",
    ofTrails((trail) => trail.regions),
  );
  gauge(
    "astrolabe_newest_log_file_timestamp_seconds",
    ["trail", "account", "region"],
    "Delivery of the newest log file by trail, account and region, as Unix time; the 5,000 oldest of them.",
    facts.logFileTimes.map(({ trail, account, region, at }) => [{ trail, account, region }, at]),
  );
  gauge(
    "astrolabe_newest_event_timestamp_seconds",
    ["account", "region"],
    "Time of the newest event kept by account and region, as Unix time; the 5,000 oldest of them.",
    facts.eventTimes.map(({ account, region, at }) => [{ account, region }, at]),
  );
  return { text: await registry.metrics(), contentType: registry.contentType };
}
