import { getOverview } from "#lib/overview/queries/get-overview.ts";
import { OverviewPage } from "#components/overview/overview-page.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { NothingSynced } from "#components/states/no-events.tsx";
import { QueryTrouble } from "#components/states/query-trouble.tsx";

/** The front page. */
export default async function Page() {
  const timeZone = await readTimeZone();
  const overview = await answerOf(getOverview({ tz: timeZone }));
  return (
    <div className="grid gap-6">
      <h1 className="sr-only">Overview</h1>
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
