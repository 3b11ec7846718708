import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { filterTimeRange } from "#lib/events/filter.ts";
import { parseFindingsAddress } from "#lib/findings/parse-findings-address.ts";
import { getAccessReview } from "#lib/review/queries/get-access-review.ts";
import { FilterProblems } from "#components/events/filter-problems.tsx";
import { type PageSearch, searchParamsOf } from "#components/events/list-address.ts";
import { ReviewPage } from "#components/review/review-page.tsx";
import { readSegments } from "#components/shell/path-segment.ts";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { pageTitle } from "#components/text/page-title.ts";

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
  const answer = await answerOf(getAccessReview({ ...project, ...filterTimeRange(filter, new Date()) }));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Access review" />;
  if (answer.data === null) notFound();
  return (
    <div className="grid grid-cols-1 gap-4 print:block">
      <FilterProblems problems={problems} />
      <ReviewPage review={answer.data} asked={{ from: filter.from, to: filter.to }} timeZone={timeZone} />
    </div>
  );
}
