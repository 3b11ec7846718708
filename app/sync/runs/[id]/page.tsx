import type { Metadata } from "next";
import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import { getRunDetail } from "#lib/sync/queries/get-run-detail.ts";
import { requestRun } from "#lib/sync/request-run.ts";
import { retryLogFile } from "#lib/sync/retry-log-file.ts";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { retryId } from "#components/sync/retry-id.ts";
import { RunPage } from "#components/sync/run-page.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: /^\d{1,15}$/.test(id) ? `Pass ${id}` : "Pass" };
}

/** One pass of the sync. */
export default async function Page({ params }: Props) {
  const { id } = await params;
  const timeZone = await readTimeZone();
  if (!/^\d{1,15}$/.test(id)) notFound();
  const answer = await answerOf(getRunDetail(Number(id)));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading={`Pass ${id}`} />;
  if (answer.data === null) notFound();
  return <RunPage detail={answer.data} retry={retry} timeZone={timeZone} />;
}

/** Has failed files read again, by a pass that starts now. */
async function retry(form: FormData): Promise<void> {
  "use server";
  await retryLogFile(retryId(form));
  await requestRun("request");
  refresh();
}
