import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { getEventContext } from "#lib/events/queries/get-event-context.ts";
import { readDecodedSegments } from "#components/shell/path-segment.ts";

type Context = { params: Promise<{ eventId: string }> };

/** What the event's principal did around it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    readOwnParams(request, {});
    const { eventId } = readDecodedSegments(await params);
    const found = await getEventContext(eventId);
    return found === null ? errorAnswer(404, "There is no event with this id.") : jsonAnswer(found);
  });
}
