import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { withDatabaseErrors } from "#lib/api/queries/with-database-errors.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { hasLogFile } from "#lib/sync/queries/has-log-file.ts";
import { syncState } from "#lib/sync/queries/sync-state.ts";
import { requestRun } from "#lib/sync/request-run.ts";
import { retryLogFile } from "#lib/sync/retry-log-file.ts";

/** The pass that is on (or waits), the last ones, and how each trail stands. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { limit } = readOwnParams(request, { limit: paramTypes.wholeNumber(1, 100) });
    const { running, runs, trails } = await syncState({ runs: limit });
    return jsonAnswer({ running, runs, trails });
  });
}

/** Asks for a pass over all trails, with `retry` one that reads failed files again. */
export function POST(request: Request): Promise<Response> {
  return answerRequest(async () => {
    const { retry } = readOwnParams(request, { retry: paramTypes.logFileOrAll });
    if (typeof retry === "number" && !(await hasLogFile(retry)))
      return errorAnswer(404, "There is no log file with this number.");
    const retried = retry === undefined ? undefined : await withDatabaseErrors(() => retryLogFile(retry));
    const { id, isNew } = await withDatabaseErrors(() => requestRun("request"));
    if (isNew) return jsonAnswer({ id, retried }, 202);
    return jsonAnswer({ error: "A pass is on already, or waits.", id, retried }, 409);
  });
}
