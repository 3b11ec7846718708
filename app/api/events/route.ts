import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readRequest } from "#lib/api/read-request.ts";
import { publicEvent } from "#lib/events/public-event.ts";
import { listEvents, MAX_LIMIT } from "#lib/events/queries/list-events.ts";

const OWN = {
  limit: paramTypes.wholeNumber(1, MAX_LIMIT),
  cursor: paramTypes.text,
  order: paramTypes.oneOf(["asc", "desc"]),
  around: paramTypes.text,
  asOf: paramTypes.commit,
};

/** A page of events. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { filter, own } = readRequest(request, OWN);
    const page = await listEvents({ filter, ...own });
    return jsonAnswer({ ...page, events: page.events.map(publicEvent) });
  });
}
