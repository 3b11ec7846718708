import Link from "next/link";
import type { SyncState } from "#lib/sync/queries/sync-state.ts";
import { countOf } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { runProblems } from "./run-problems.ts";
import { RunStateMark } from "./run-state-mark.tsx";

/** Where the sync stands, in one line. */
export function SyncLine({ sync, timeZone }: { sync: SyncState; timeZone: string }) {
  const [last] = sync.runs;
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <Link href="/sync" className="font-medium underline decoration-line-strong underline-offset-2">
        Sync
      </Link>
      {last === undefined ? (
        <span className="text-ink-soft">has not run yet</span>
      ) : (
        <>
          <RunStateMark state={last.state} />
          <span className="text-ink-soft">
            <EventTime iso={last.finishedAt ?? last.startedAt ?? last.requestedAt} timeZone={timeZone} />
          </span>
        </>
      )}
      {sync.failedFiles > 0 && <span className="text-failure">{countOf(sync.failedFiles, "failed file")}</span>}
      {last !== undefined && (
        <span className="[overflow-wrap:anywhere]">
          <SafeText text={runProblems(last).join(" ")} />
        </span>
      )}
    </p>
  );
}
