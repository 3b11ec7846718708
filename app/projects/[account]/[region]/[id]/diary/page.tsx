import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getDiary } from "#lib/projects/queries/get-diary.ts";
import { DiaryPage } from "#components/projects/diary-page.tsx";
import type { ProjectName } from "#components/projects/project-href.ts";
import { readSegments } from "#components/shell/path-segment.ts";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { pageTitle } from "#components/text/page-title.ts";

type Props = { params: Promise<ProjectName>; searchParams: Promise<{ before?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pageTitle("Diary of", readSegments(await params).id) };
}

/** A project's days, newest first. */
export default async function Page({ params, searchParams }: Props) {
  const project = readSegments(await params);
  const before = dayOf((await searchParams).before);
  const timeZone = await readTimeZone();
  const answer = await answerOf(getDiary({ ...project, tz: timeZone, before }));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Diary" />;
  if (answer.data === null) notFound();
  return <DiaryPage project={project} diary={answer.data} before={before} timeZone={timeZone} />;
}

/** A day of the calendar; anything else is as good as none. */
function dayOf(param: string | string[] | undefined): string | undefined {
  const [text = ""] = [param ?? []].flat();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && text >= "0002" && !Number.isNaN(Date.parse(text));
  return isDay ? text : undefined;
}
