import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { projectStory } from "#lib/codestar/project-story.ts";
import { projectAnswer } from "#lib/projects/project-answer.ts";
import { getProject } from "#lib/projects/queries/get-project.ts";
import { listProjectEvents } from "#lib/projects/queries/list-project-events.ts";
import { NO_PROJECT } from "#lib/projects/team-answer.ts";
import { readDecodedSegments } from "#components/shell/path-segment.ts";

type Context = { params: Promise<{ account: string; region: string; id: string }> };

const OWN = { asOf: paramTypes.commit };

/** What is known of a project, and what its calls said of it over time. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const place = { ...readDecodedSegments(await params), ...readOwnParams(request, OWN) };
    const project = await getProject(place);
    if (project === null) return errorAnswer(404, NO_PROJECT);
    const events = await listProjectEvents({ ...place, asOf: project.asOf });
    return jsonAnswer(projectAnswer(project, projectStory(events ?? [])));
  });
}
