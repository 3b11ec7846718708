import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { getPrincipal } from "#lib/principals/queries/get-principal.ts";

type Context = { params: Promise<{ id: string }> };

const OWN = { tz: paramTypes.text, asOf: paramTypes.commit };

/** A principal's dossier. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const own = readOwnParams(request, OWN);
    const { id } = await params;
    const principal = /^\d{1,10}$/.test(id) ? await getPrincipal(Number(id), own) : null;
    return principal === null ? errorAnswer(404, "There is no principal with this number.") : jsonAnswer(principal);
  });
}
