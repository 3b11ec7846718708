import type { SyncRun } from "#lib/sync/queries/run-rows.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { formatBytes } from "#components/text/format-bytes.ts";
import { lengthText } from "#components/time/duration-text.ts";

/** The pass that is on: how far it is of what it has listed so far. */
export function RunProgress({ run }: { run: SyncRun }) {
  const done = run.filesIngested + run.filesUnchanged + run.filesSkipped + run.filesFailed;
  const share = run.filesListed === 0 ? 0 : Math.min(1, done / run.filesListed);
  if (run.state === "waiting") {
    return (
      <p className="rounded-md border border-brass bg-brass-wash px-3 py-2">A pass waits for a worker to take it.</p>
    );
  }
  return (
    <div className="rounded-md border border-brass bg-brass-wash px-3 py-2">
      <p className="flex flex-wrap gap-x-4">
        <span className="font-medium">
          {formatCount(done)} of {countOf(run.filesListed, "file")} listed so far
        </span>
        <span>{countOf(run.recordsRead, "record")} read</span>
        <span>{countOf(run.eventsInserted, "new event")}</span>
        <span>{formatBytes(run.bytesUncompressed)} unpacked</span>
        {run.filesFailed > 0 && <span className="text-failure">{countOf(run.filesFailed, "failed file")}</span>}
        <span className="ml-auto">for {lengthText(run.elapsedMs)}</span>
      </p>
      <div
        role="progressbar"
        aria-label="Files done of those listed"
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        className="mt-2 h-2 bg-panel"
      >
        <div className="h-full bg-brass" style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
