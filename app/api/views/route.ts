import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { readBody } from "#lib/api/read-body.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { listViews } from "#lib/views/queries/list-views.ts";
import { saveView } from "#lib/views/queries/save-view.ts";
import { MOST_VIEWS } from "#lib/views/saved-view.ts";
import { newViewSchema } from "#lib/views/view-schema.ts";

/** All saved views, pinned ones first. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    readOwnParams(request, {});
    return jsonAnswer({ views: await listViews() });
  });
}

/** Keeps a view under a name. */
export function POST(request: Request): Promise<Response> {
  return answerRequest(async () => {
    readOwnParams(request, {});
    const saved = await saveView(await readBody(request, newViewSchema));
    if ("view" in saved) return jsonAnswer(saved.view, 201);
    if ("taken" in saved) return errorAnswer(409, `There is a view named ${saved.taken.name} already.`);
    return errorAnswer(409, `There are ${MOST_VIEWS} views, which is the most; delete one first.`);
  });
}
