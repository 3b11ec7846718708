import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { getOpenEvent } from "#lib/events/queries/get-open-event.ts";
import { readDecodedSegments } from "#components/shell/path-segment.ts";

type Context = { params: Promise<{ eventId: string }> };

/** Everything that is shown of an event. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    readOwnParams(request, {});
    const { eventId } = readDecodedSegments(await params);
    const found = await getOpenEvent(eventId);
    return found === null ? errorAnswer(404, "There is no event with this id.") : jsonAnswer(found);
  });
}
