import { getOverview } from "#lib/overview/queries/get-overview.ts";
import { syncState } from "#lib/sync/queries/sync-state.ts";
import { listViews } from "#lib/views/queries/list-views.ts";
import { OverviewPage } from "#components/overview/overview-page.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { SyncLine } from "#components/sync/sync-line.tsx";
import { NothingSynced } from "#components/states/no-events.tsx";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { PinnedViews } from "#components/views/pinned-views.tsx";

/** The front page. */
export default async function Page() {
  const timeZone = await readTimeZone();
  const [overview, views, sync] = await Promise.all([
    answerOf(getOverview({ tz: timeZone })),
    answerOf(listViews()),
    answerOf(syncState({ runs: 1 })),
  ]);
  return (
    <div className="grid grid-cols-1 gap-6">
      <h1 className="sr-only">Overview</h1>
      {"data" in sync && <SyncLine sync={sync.data} timeZone={timeZone} />}
      {"data" in views && <PinnedViews views={views.data} />}
      {"problem" in overview ? (
        <QueryTrouble problem={overview.problem} />
      ) : overview.data.events === 0 ? (
        <NothingSynced />
      ) : (
        <OverviewPage overview={overview.data} timeZone={timeZone} />
      )}
    </div>
  );
}
