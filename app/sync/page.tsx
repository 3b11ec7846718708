import type { Metadata } from "next";
import { refresh } from "next/cache";
import { countLogFiles } from "#lib/sync/queries/count-log-files.ts";
import { listLogFiles } from "#lib/sync/queries/list-log-files.ts";
import { listTrailRegions } from "#lib/sync/queries/list-trail-regions.ts";
import { syncState } from "#lib/sync/queries/sync-state.ts";
import { requestRun } from "#lib/sync/request-run.ts";
import { retryLogFile } from "#lib/sync/retry-log-file.ts";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { retryId } from "#components/sync/retry-id.ts";
import { SyncPage } from "#components/sync/sync-page.tsx";

export const metadata: Metadata = { title: "Sync" };

const FAILED_SHOWN = 20;

/** Whether the sync runs, and whether it missed anything. */
export default async function Page() {
  const timeZone = await readTimeZone();
  const answer = await answerOf(
    Promise.all([
      syncState(),
      countLogFiles(),
      listTrailRegions(),
      listLogFiles({ state: "failed", limit: FAILED_SHOWN }),
    ]),
  );
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Sync" />;
  const [sync, counts, regions, failed] = answer.data;
  const parts = { sync, counts, regions, failed: failed.files };
  return <SyncPage {...parts} retry={retry} timeZone={timeZone} />;
}

/** Has failed files read again, by a pass that starts now. */
async function retry(form: FormData): Promise<void> {
  "use server";
  await retryLogFile(retryId(form));
  await requestRun("request");
  refresh();
}
