import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readRequest } from "#lib/api/read-request.ts";
import { eventFacet } from "#lib/events/queries/event-facet.ts";

const OWN = {
  field: paramTypes.facetField,
  search: paramTypes.text,
  limit: paramTypes.wholeNumber(1, 1000),
  asOf: paramTypes.commit,
};

/** How often each value of a field occurs. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { filter, own } = readRequest(request, OWN);
    return jsonAnswer(await eventFacet({ filter, ...own }));
  });
}
