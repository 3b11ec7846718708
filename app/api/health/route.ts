import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { checkHealth } from "#lib/health/queries/check-health.ts";

/** Whether this process can do its work. */
export async function GET(): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const reason = await checkHealth();
    return reason === null ? jsonAnswer({ status: "ok" }) : errorAnswer(503, reason);
  });
}
