import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findOnlyRelated } from "#lib/principals/queries/find-only-related.ts";
import { getPrincipal } from "#lib/principals/queries/get-principal.ts";
import { OnlyRelatedPrincipal } from "#components/principals/only-related-principal.tsx";
import { PrincipalPage } from "#components/principals/principal-page.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";

export const metadata: Metadata = { title: "Principal" };

/** One principal's dossier. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const timeZone = await readTimeZone();
  if (!/^\d+$/.test(id)) notFound();
  const answer = await answerOf(getPrincipal(Number(id), { tz: timeZone }));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Principal" />;
  if (answer.data === null) return <WithoutDossier id={Number(id)} />;
  return <PrincipalPage principal={answer.data} timeZone={timeZone} />;
}

async function WithoutDossier({ id }: { id: number }) {
  const answer = await answerOf(findOnlyRelated(id));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Principal" />;
  if (answer.data === null) notFound();
  return <OnlyRelatedPrincipal principal={answer.data} />;
}
