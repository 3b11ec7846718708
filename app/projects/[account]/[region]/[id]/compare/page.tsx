import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getCoverage } from "#lib/projects/queries/get-coverage.ts";
import { listTeamEvents } from "#lib/projects/queries/list-team-events.ts";
import { askedInstant } from "#components/projects/asked-instant.ts";
import { ComparePage } from "#components/projects/compare-page.tsx";
import type { ProjectName } from "#components/projects/project-href.ts";
import { readSegments } from "#components/shell/path-segment.ts";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { pageTitle } from "#components/text/page-title.ts";

type Props = {
  params: Promise<ProjectName>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pageTitle("Team of", readSegments(await params).id) };
}

/** A project's team at two times. */
export default async function Page({ params, searchParams }: Props) {
  const project = readSegments(await params);
  const { from, to } = await searchParams;
  const timeZone = await readTimeZone();
  const answer = await answerOf(Promise.all([listTeamEvents(project), getCoverage(project)]));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Compare two dates" />;
  const [events, coverage] = answer.data;
  if (events === null) notFound();
  const now = new Date();
  const begin = new Date(events[0]?.eventTime ?? now);
  return (
    <ComparePage
      project={project}
      events={events}
      coverage={coverage}
      from={askedInstant(from, now, begin)}
      to={askedInstant(to, now)}
      timeZone={timeZone}
    />
  );
}
