import { connection } from "next/server";
import { answerRequest } from "#lib/api/answer-request.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { metricsText } from "#lib/metrics/metrics-text.ts";
import { readMetricFacts } from "#lib/metrics/queries/read-metric-facts.ts";

/** How the sync stands, for Prometheus. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    readOwnParams(request, {});
    const { text, contentType } = await metricsText(await readMetricFacts());
    return new Response(text, { headers: { "Content-Type": contentType, "Cache-Control": "no-store" } });
  });
}
