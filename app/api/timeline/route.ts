import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readRequest } from "#lib/api/read-request.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import { TIMELINE_GROUPS } from "#lib/events/timeline.ts";

const OWN = {
  interval: paramTypes.text,
  tz: paramTypes.text,
  by: paramTypes.oneOf(TIMELINE_GROUPS),
  asOf: paramTypes.commit,
};

/** Events by time. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { filter, own } = readRequest(request, OWN);
    return jsonAnswer(await eventTimeline({ filter, ...own }));
  });
}
