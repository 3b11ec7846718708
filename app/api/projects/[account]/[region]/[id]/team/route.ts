import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { getTeam } from "#lib/projects/queries/get-team.ts";
import { NO_PROJECT } from "#lib/projects/team-answer.ts";
import { readDecodedSegments } from "#components/shell/path-segment.ts";

type Context = { params: Promise<{ account: string; region: string; id: string }> };

const OWN = { at: paramTypes.instant, asOf: paramTypes.commit };

/** Who was in a project's team at an instant. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const team = await getTeam({ ...readDecodedSegments(await params), ...readOwnParams(request, OWN) });
    return team === null ? errorAnswer(404, NO_PROJECT) : jsonAnswer(team);
  });
}
