import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLogFile } from "#lib/sync/queries/get-log-file.ts";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { LogFilePage } from "#components/sync/log-file-page.tsx";

export const metadata: Metadata = { title: "Log file" };

/** One file of the ledger, and what of it couldn't be stored. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const timeZone = await readTimeZone();
  if (!/^\d{1,15}$/.test(id)) notFound();
  const answer = await answerOf(getLogFile(Number(id)));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Log file" />;
  if (answer.data === null) notFound();
  return <LogFilePage file={answer.data} timeZone={timeZone} />;
}
