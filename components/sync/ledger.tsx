import type { LedgerCounts } from "#lib/sync/queries/count-log-files.ts";
import type { LogFileState } from "#lib/sync/queries/log-file-row.ts";
import { eventsHref } from "#components/events/edit-filter.ts";
import { formatBytes } from "#components/text/format-bytes.ts";
import { formatCount } from "#components/text/format-count.ts";
import { Equation } from "#components/ui/equation.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { logFilesHref } from "./log-files-href.ts";

const STATES: readonly LogFileState[] = ["ingested", "skipped", "archived", "failed", "expired", "pending"];

/** Every file that a trail ever held has one state, and every record read one fate: both sums, written out. */
export function Ledger({ counts }: { counts: LedgerCounts }) {
  const states = STATES.filter((state) => counts.files[state] > 0 || state === "ingested" || state === "failed");
  return (
    <section className="grid grid-cols-1 gap-4">
      <SectionHeading>Ledger</SectionHeading>
      <Equation
        total={{
          label: `log files, ${formatBytes(counts.sizeBytes)}`,
          count: counts.files.total,
          children: <TextLink href={logFilesHref({})}>{formatCount(counts.files.total)}</TextLink>,
        }}
        parts={states.map((state) => ({
          label: state,
          count: counts.files[state],
          children: (
            <TextLink
              className={state === "failed" && counts.files.failed > 0 ? "text-failure" : undefined}
              href={logFilesHref({ state })}
            >
              {formatCount(counts.files[state])}
            </TextLink>
          ),
        }))}
      />
      <Equation
        total={{
          label: counts.sorts.replaced > 0 ? "records read, in earlier versions too" : "records read",
          count: counts.recordsRead,
        }}
        parts={[
          {
            label: "events",
            count: counts.eventsInserted,
            children: <TextLink href={eventsHref()}>{formatCount(counts.eventsInserted)}</TextLink>,
          },
          { label: "delivered again", count: counts.recordsDuplicate },
          { label: "of other services", count: counts.recordsFiltered },
          { label: "rejected", count: counts.recordsRejected },
        ]}
      />
    </section>
  );
}
