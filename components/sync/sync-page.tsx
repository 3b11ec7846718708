import Link from "next/link";
import type { LedgerCounts } from "#lib/sync/queries/count-log-files.ts";
import type { LogFile } from "#lib/sync/queries/log-file-row.ts";
import type { TrailRegions } from "#lib/sync/queries/list-trail-regions.ts";
import type { SyncState } from "#lib/sync/queries/sync-state.ts";
import { RefreshPage } from "#components/shell/refresh-page.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Foldable } from "#components/ui/foldable.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { FailedFiles } from "./failed-files.tsx";
import { Ledger } from "./ledger.tsx";
import { LivePass } from "./live-pass.tsx";
import { QueueLines } from "./queue-lines.tsx";
import { RunsTable } from "./runs-table.tsx";
import { SyncNow } from "./sync-now.tsx";
import { TrailRegionsSection } from "./trail-regions.tsx";
import { TrailsTable } from "./trails-table.tsx";

type Props = {
  sync: SyncState;
  counts: LedgerCounts;
  regions: TrailRegions;
  /** The first of them. */
  failed: LogFile[];
  retry: (form: FormData) => Promise<void>;
  timeZone: string;
};

/** The pass itself is read each second; what it adds up to, less often. */
const RUNNING_MS = 5000;
/** Passes that a schedule starts show up by themselves, too. */
const IDLE_MS = 15_000;

/** The pass that is on, what the ledger adds up to, what failed, and the passes before. */
export function SyncPage({ sync, counts, regions, failed, retry, timeZone }: Props) {
  const isRunning = sync.running !== null;
  const pass = sync.running ?? sync.runs[0];
  return (
    <div className="grid grid-cols-1 gap-6">
      <RefreshPage everyMs={isRunning ? RUNNING_MS : IDLE_MS} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-title font-semibold">Sync</h1>
        <p className="text-ink-soft">
          {sync.newestEventTime === null ? (
            "No events yet"
          ) : (
            <>
              Newest event <EventTime iso={sync.newestEventTime} timeZone={timeZone} />
            </>
          )}
        </p>
        <div className="sm:ml-auto">
          <SyncNow isRunning={isRunning} />
        </div>
      </div>
      {pass && <LivePass run={pass} />}
      <Ledger counts={counts} />
      <FailedFiles files={failed} total={sync.failedFiles} retry={retry} timeZone={timeZone} />
      <TrailRegionsSection found={regions} timeZone={timeZone} />
      <section>
        <SectionHeading>Passes</SectionHeading>
        {sync.runs.length === 0 ? (
          <p className="border-t border-line-strong py-2 text-ink-soft">None yet</p>
        ) : (
          <RunsTable runs={sync.runs} timeZone={timeZone} />
        )}
      </section>
      <section>
        <SectionHeading>Trails</SectionHeading>
        {sync.trails.length === 0 ? (
          <p className="border-t border-line-strong py-2 text-ink-soft">None until the first pass</p>
        ) : (
          <Foldable rows={sync.trails.length}>
            <TrailsTable trails={sync.trails} now={regions.now} timeZone={timeZone} />
          </Foldable>
        )}
      </section>
      <QueueLines queues={sync.queues} timeZone={timeZone} />
      <p className="text-ink-soft">
        What each action means, and which ones nobody has described yet, is in the{" "}
        <Link href="/catalogue" className="text-brass underline underline-offset-2">
          catalogue
        </Link>
        .
      </p>
    </div>
  );
}
