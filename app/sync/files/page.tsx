import type { Metadata } from "next";
import { refresh } from "next/cache";
import { countLogFiles } from "#lib/sync/queries/count-log-files.ts";
import { listLogFiles } from "#lib/sync/queries/list-log-files.ts";
import { LOG_FILE_SORTS, LOG_FILE_STATES } from "#lib/sync/queries/log-file-row.ts";
import { requestRun } from "#lib/sync/request-run.ts";
import { retryLogFile } from "#lib/sync/retry-log-file.ts";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { retryId } from "#components/sync/retry-id.ts";
import { LogFilesPage } from "#components/sync/log-files-page.tsx";

export const metadata: Metadata = { title: "Log files" };

type Search = Record<"state" | "only" | "search" | "run" | "cursor", string | string[] | undefined>;

/** The ledger, file by file. */
export default async function Page({ searchParams }: { searchParams: Promise<Search> }) {
  const params = await searchParams;
  const first = (name: keyof Search) => [params[name] ?? []].flat()[0];
  const state = LOG_FILE_STATES.find((known) => known === first("state"));
  const only = LOG_FILE_SORTS.find((known) => known === first("only"));
  const search = first("search")?.trim() ?? "";
  const cursor = first("cursor");
  const run = /^\d{1,15}$/.test(first("run") ?? "") ? Number(first("run")) : undefined;
  const timeZone = await readTimeZone();
  const answer = await answerOf(
    Promise.all([countLogFiles({ runId: run }), listLogFiles({ state, only, key: search, runId: run, cursor })]),
  );
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Log files" />;
  const [counts, page] = answer.data;
  return (
    <LogFilesPage
      counts={counts}
      address={{ state, only, search, run, cursor }}
      page={page}
      retry={retry}
      timeZone={timeZone}
    />
  );
}

/** Has failed files read again, by a pass that starts now. */
async function retry(form: FormData): Promise<void> {
  "use server";
  await retryLogFile(retryId(form));
  await requestRun("request");
  refresh();
}
