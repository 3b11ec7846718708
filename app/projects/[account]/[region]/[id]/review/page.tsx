import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";
import { filterTimeRange } from "#lib/events/filter.ts";
import { parseFindingsAddress } from "#lib/findings/parse-findings-address.ts";
import { countAllFindings } from "#lib/findings/queries/count-all-findings.ts";
import { DEFAULT_THRESHOLDS } from "#lib/findings/thresholds.ts";
import { getAccessReview } from "#lib/review/queries/get-access-review.ts";
import { valueFilter } from "#components/events/edit-filter.ts";
import { FilterProblems } from "#components/events/filter-problems.tsx";
import { type PageSearch, searchParamsOf } from "#components/events/list-address.ts";
import { FindingsHere } from "#components/findings/findings-here.tsx";
import { projectValue } from "#components/projects/project-href.ts";
import { ReviewPage } from "#components/review/review-page.tsx";
import { readSegments } from "#components/shell/path-segment.ts";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { pageTitle } from "#components/text/page-title.ts";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";

type Props = {
  params: Promise<{ account: string; region: string; id: string }>;
  searchParams: Promise<PageSearch>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pageTitle("Access review", readSegments(await params).id) };
}

/** Who had access to a project in a period, with evidence: to print, or to take along as CSV. */
export default async function Page({ params, searchParams }: Props) {
  const project = readSegments(await params);
  const { filter, problems } = parseFindingsAddress(searchParamsOf(await searchParams));
  const timeZone = await readTimeZone();
  // Or Next draws this page ahead and complains in the log that it asks for the time.
  await connection();
  const answer = await answerOf(getAccessReview({ ...project, ...filterTimeRange(filter, new Date()) }));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Access review" />;
  if (answer.data === null) notFound();
  const here = valueFilter("project", projectValue(project));
  const findings = answerOf(countAllFindings({ filter: here, thresholds: DEFAULT_THRESHOLDS }));
  return (
    <div className="grid grid-cols-1 gap-4 print:block">
      <FilterProblems problems={problems} />
      <ReviewPage review={answer.data} asked={{ from: filter.from, to: filter.to }} timeZone={timeZone} />
      <Suspense fallback={<RowsSkeleton rows={3} />}>
        <FindingsHere answer={findings} filter={here} />
      </Suspense>
    </div>
  );
}
