import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getProject } from "#lib/projects/queries/get-project.ts";
import { ProjectPage } from "#components/projects/project-page.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { pageTitle } from "#components/text/page-title.ts";
import { readSegments } from "#components/shell/path-segment.ts";

type Props = { params: Promise<{ account: string; region: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pageTitle("Project", readSegments(await params).id) };
}

/** One project: when, what, by whom. */
export default async function Page({ params }: Props) {
  const name = readSegments(await params);
  const timeZone = await readTimeZone();
  const answer = await answerOf(getProject({ ...name, tz: timeZone }));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Project" />;
  if (answer.data === null) notFound();
  return <ProjectPage project={answer.data} timeZone={timeZone} />;
}
