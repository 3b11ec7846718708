import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentCommit } from "#lib/events/queries/current-commit.ts";
import { projectStory } from "#lib/codestar/project-story.ts";
import { getCoverage } from "#lib/projects/queries/get-coverage.ts";
import { getProject } from "#lib/projects/queries/get-project.ts";
import { getRelatedActivity } from "#lib/projects/queries/get-related-activity.ts";
import { listProjectEvents } from "#lib/projects/queries/list-project-events.ts";
import { listTeamEvents } from "#lib/projects/queries/list-team-events.ts";
import { askedInstant } from "#components/projects/asked-instant.ts";
import type { ProjectName } from "#components/projects/project-href.ts";
import { ProjectPage } from "#components/projects/project-page.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { pageTitle } from "#components/text/page-title.ts";
import { readSegments } from "#components/shell/path-segment.ts";

type Props = {
  params: Promise<ProjectName>;
  searchParams: Promise<{ at?: string | string[]; related?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pageTitle("Project", readSegments(await params).id) };
}

/** One project: what it is, its team at a time, what happened in it. */
export default async function Page({ params, searchParams }: Props) {
  const name = readSegments(await params);
  const { at, related } = await searchParams;
  const timeZone = await readTimeZone();
  const answer = await answerOf(read(name, timeZone, related === "include"));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Project" />;
  const [project, events, team, coverage, relatedActivity] = answer.data;
  if (project === null) notFound();
  return (
    <ProjectPage
      project={project}
      story={projectStory(events ?? [])}
      team={team ?? []}
      coverage={coverage}
      related={relatedActivity}
      asked={askedInstant(at, new Date())}
      timeZone={timeZone}
    />
  );
}

/** All parts as of one commit. */
async function read(name: ProjectName, tz: string, isRelatedShown: boolean) {
  const asOf = await currentCommit();
  return Promise.all([
    getProject({ ...name, tz, asOf }),
    listProjectEvents({ ...name, asOf }),
    listTeamEvents({ ...name, asOf }),
    getCoverage(name),
    getRelatedActivity({ ...name, isShown: isRelatedShown, asOf }),
  ]);
}
