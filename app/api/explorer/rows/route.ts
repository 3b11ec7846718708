import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readRequest } from "#lib/api/read-request.ts";
import { listEvents, MAX_LIMIT } from "#lib/events/queries/list-events.ts";

const OWN = {
  limit: paramTypes.wholeNumber(1, MAX_LIMIT),
  cursor: paramTypes.text,
  order: paramTypes.oneOf(["asc", "desc"]),
  at: paramTypes.oneOf(["end"]),
  asOf: paramTypes.commit,
};

/** A page of rows for our own table: with what links of a row need, which the API leaves out. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { filter, own } = readRequest(request, OWN);
    const { at, ...options } = own;
    return jsonAnswer(await listEvents({ filter, ...options, isFromEnd: at === "end" }));
  });
}
