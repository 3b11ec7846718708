import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { listPrincipals } from "#lib/principals/queries/list-principals.ts";

const OWN = { search: paramTypes.text, limit: paramTypes.wholeNumber(1, 1000), asOf: paramTypes.commit };

/** Everybody and everything that acted. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { items, total, asOf } = await listPrincipals(readOwnParams(request, OWN));
    return jsonAnswer({ principals: items, total, asOf });
  });
}
