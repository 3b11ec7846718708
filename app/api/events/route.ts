import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readRequest } from "#lib/api/read-request.ts";
import { EVENT_FIELDS } from "#lib/events/fields.ts";
import type { EventRow } from "#lib/events/event-row.ts";
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

/** The contract's keys in its order, without what only our pages need. */
function publicEvent(event: EventRow): Record<string, unknown> {
  return Object.fromEntries(EVENT_FIELDS.map(({ key }) => [key, event[key]]));
}
