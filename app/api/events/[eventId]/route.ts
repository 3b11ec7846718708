import { connection } from "next/server";
import { answerRequest, errorAnswer } from "#lib/api/answer-request.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { getRecord } from "#lib/events/queries/get-record.ts";
import { readDecodedSegments } from "#components/shell/path-segment.ts";

type Context = { params: Promise<{ eventId: string }> };

/** An event's record exactly as CloudTrail delivered it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    readOwnParams(request, {});
    const { eventId } = readDecodedSegments(await params);
    const record = await getRecord(eventId);
    if (record === null) return errorAnswer(404, "There is no event with this id.");
    return new Response(record, {
      headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
    });
  });
}
