import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { checkHealth } from "#lib/health/queries/check-health.ts";

/** Whether this process can do its work. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    readOwnParams(request, {});
    const reason = await checkHealth();
    return reason === null ? jsonAnswer({ status: "ok" }) : errorAnswer(503, reason);
  });
}
