import type { Metadata } from "next";
import { type FindingKindId, findingKinds } from "#lib/findings/finding-kinds.ts";
import type { FindingsQuery } from "#lib/findings/finding.ts";
import { parseFindingsAddress } from "#lib/findings/parse-findings-address.ts";
import { currentCommit } from "#lib/events/queries/current-commit.ts";
import { countFindings } from "#lib/findings/queries/count-findings.ts";
import { FilterProblems } from "#components/events/filter-problems.tsx";
import { type PageSearch, searchParamsOf } from "#components/events/list-address.ts";
import { FindingsForm } from "#components/findings/findings-form.tsx";
import { KindsTable } from "#components/findings/kinds-table.tsx";
import { type Answer, answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";

export const metadata: Metadata = { title: "Findings" };

/** Every question that is asked of the events, and how many answers it has. */
export default async function Page({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const { filter, thresholds, problems } = parseFindingsAddress(searchParamsOf(await searchParams));
  const current = await answerOf(currentCommit());
  if ("problem" in current) return <QueryTrouble problem={current.problem} heading="Findings" />;
  const counts = countInLanes({ filter, thresholds, asOf: current.data, now: new Date() });
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1 className="flex min-h-8 items-center text-title font-semibold">Findings</h1>
        <p className="max-w-prose text-ink-soft">
          Questions that are asked of all events, each with its answers and their events. There are no scores: what an
          answer means is for a person to say.
        </p>
      </div>
      <FindingsForm filter={filter} thresholds={thresholds} />
      <FilterProblems problems={problems} />
      <KindsTable kinds={findingKinds} filter={filter} thresholds={thresholds} counts={counts} />
    </div>
  );
}

/** A few at a time, so that other pages find connections to the database, too. */
function countInLanes(query: FindingsQuery): Record<FindingKindId, Promise<Answer<number>>> {
  const lanes: Promise<unknown>[] = Array.from({ length: 3 }, () => Promise.resolve());
  const counts = findingKinds.map(({ id }, index) => {
    const lane = index % lanes.length;
    const count = answerOf(Promise.resolve(lanes[lane]).then(() => countFindings(id, query)));
    lanes[lane] = count.catch(() => undefined);
    return [id, count] as const;
  });
  return Object.fromEntries(counts) as Record<FindingKindId, Promise<Answer<number>>>;
}
