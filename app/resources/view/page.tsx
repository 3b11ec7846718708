import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getResource } from "#lib/resources/queries/get-resource.ts";
import { ResourcePage } from "#components/resources/resource-page.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";

export const metadata: Metadata = { title: "Resource" };

/** One resource's page, by its ARN in either spelling. */
export default async function Page({ searchParams }: { searchParams: Promise<{ arn?: string | string[] }> }) {
  const arn = [(await searchParams).arn ?? ""].flat()[0] ?? "";
  const timeZone = await readTimeZone();
  const answer = await answerOf(getResource(arn, { tz: timeZone }));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Resource" />;
  if (answer.data === null) notFound();
  return <ResourcePage resource={answer.data} timeZone={timeZone} />;
}
