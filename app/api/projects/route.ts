import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { listProjects } from "#lib/projects/queries/list-projects.ts";

const OWN = { limit: paramTypes.wholeNumber(1, 1000), asOf: paramTypes.commit };

/** All projects, latest activity first. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { items, total, asOf } = await listProjects(readOwnParams(request, OWN));
    return jsonAnswer({ projects: items, total, asOf });
  });
}
