import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { parseEventFilter, filterTimeRange } from "#lib/events/filter.ts";
import { RequestError } from "#lib/events/request-error.ts";
import { getAccessReview } from "#lib/review/queries/get-access-review.ts";
import { reviewCsv } from "#lib/review/queries/review-csv.ts";
import { readDecodedSegments } from "#components/shell/path-segment.ts";

const OWN = {
  from: paramTypes.text,
  to: paramTypes.text,
  format: paramTypes.oneOf(["json", "csv"]),
  safe: paramTypes.oneOf(["0", "1"]),
  asOf: paramTypes.commit,
};
type Context = { params: Promise<{ account: string; region: string; id: string }> };

/** Who had access to a project at the start and at the end of a period, and everything that changed it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await connection();
  const project = readDecodedSegments(await params);
  return answerRequest(async () => {
    const own = readOwnParams(request, OWN);
    const given = [...new URL(request.url).searchParams].filter(([name]) => name === "from" || name === "to");
    const { filter, problems } = parseEventFilter(new URLSearchParams(given));
    if (problems.length > 0) throw new RequestError(...problems);
    const review = await getAccessReview({ ...project, ...filterTimeRange(filter, new Date()), asOf: own.asOf });
    if (review === null) return errorAnswer(404, "No event names this project.");
    if (own.format !== "csv") return jsonAnswer(review);
    const isSafe = own.safe !== "0";
    return new Response(reviewCsv(review, isSafe), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8; header=present",
        "Content-Disposition": `attachment; filename="${fileName(project.id, review.asOf)}"`,
        "Cache-Control": "no-store",
        "X-As-Of": String(review.asOf),
        "X-Formula-Guard": isSafe ? "on" : "off",
      },
    });
  });
}

/** A project's id may hold anything; a file's name and a header may not. */
function fileName(id: string, asOf: number): string {
  return `access-review-${id.replaceAll(/[^A-Za-z0-9-]/g, "_").slice(0, 80)}-${asOf}.csv`;
}
