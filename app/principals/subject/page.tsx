import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getSubject } from "#lib/principals/queries/get-subject.ts";
import { SubjectPage } from "#components/principals/subject-page.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { pageTitle } from "#components/text/page-title.ts";

type Props = { searchParams: Promise<{ arn?: string | string[] }> };

const readArn = async ({ searchParams }: Props) => [(await searchParams).arn ?? ""].flat()[0] ?? "";

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: pageTitle("Person", await readArn(props)) };
}

/** What was done to whoever has an ARN, acted or not. */
export default async function Page(props: Props) {
  const arn = await readArn(props);
  const timeZone = await readTimeZone();
  const answer = await answerOf(getSubject(arn));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Person" />;
  if (answer.data === null) notFound();
  return <SubjectPage subject={answer.data} timeZone={timeZone} />;
}
