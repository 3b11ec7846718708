import type { RunDetail } from "#lib/sync/queries/get-run-detail.ts";
import { formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { formatBytes } from "#components/text/format-bytes.ts";
import { Equation } from "#components/ui/equation.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { logFilesHref } from "./log-files-href.ts";
import { isActive } from "./track-run.ts";

type Counts = RunDetail["run"] | RunDetail["run"]["trails"][number];

/** Every file that a pass listed has one fate, and every record that it read: in sum, and trail by trail. */
export function RunEquations({ detail: { run, files } }: { detail: RunDetail }) {
  return (
    <section className="grid grid-cols-1 gap-4">
      <SectionHeading>Ledger</SectionHeading>
      <Equations counts={run} runId={run.id} isDone={!isActive(run)} />
      {!isActive(run) && run.filesIngested > files.ingested && (
        <p className="text-small text-ink-soft">
          {formatCount(run.filesIngested - files.ingested)} of the ingested files were read again by later passes, or
          have left the bucket.
        </p>
      )}
      {run.trails.length > 1 &&
        run.trails.map((trail) => (
          <div key={trail.trailId} className="grid grid-cols-1 gap-4 border-t border-line pt-3">
            <h3 className="font-mono text-small [overflow-wrap:anywhere]">
              <SafeText text={trail.url} />
            </h3>
            {trail.error !== null && (
              <p className="text-failure [overflow-wrap:anywhere]">
                <SafeText text={trail.error} />
              </p>
            )}
            <Equations counts={trail} isDone={trail.state !== "running"} />
          </div>
        ))}
    </section>
  );
}

/** With `runId`, numbers that have files of the ledger behind them lead there. */
function Equations({ counts, runId, isDone }: { counts: Counts; runId?: number; isDone: boolean }) {
  const linked = (count: number, href: string, isBad = false) =>
    runId === undefined || count === 0 ? undefined : (
      <TextLink className={isBad ? "text-failure" : undefined} href={href}>
        {formatCount(count)}
      </TextLink>
    );
  const states = [
    {
      label: "ingested",
      count: counts.filesIngested,
      children: linked(counts.filesIngested, logFilesHref({ run: runId, state: "ingested" })),
    },
    { label: "unchanged", count: counts.filesUnchanged },
    { label: "skipped", count: counts.filesSkipped },
    { label: "failed", count: counts.filesFailed, children: linked(counts.filesFailed, "#failed", true) },
  ];
  // While it goes on, the rest is on its way.
  const rest = counts.filesListed - states.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Equation
        total={{ label: "files listed", count: counts.filesListed }}
        parts={isDone ? states : [...states, { label: "to come", count: rest }]}
      />
      <Equation
        total={{ label: `records read, ${formatBytes(counts.bytesUncompressed)}`, count: counts.recordsRead }}
        parts={[
          {
            label: "new events",
            count: counts.eventsInserted,
            children: linked(counts.eventsInserted, "#events"),
          },
          { label: "delivered again", count: counts.recordsDuplicate },
          { label: "of other services", count: counts.recordsFiltered },
          { label: "rejected", count: counts.recordsRejected },
        ]}
      />
    </>
  );
}
