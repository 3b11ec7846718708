import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { readBody } from "#lib/api/read-body.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { changeView } from "#lib/views/queries/change-view.ts";
import { deleteView } from "#lib/views/queries/delete-view.ts";
import { findView } from "#lib/views/queries/find-view.ts";
import { viewChangeSchema } from "#lib/views/view-schema.ts";

type Context = { params: Promise<{ id: string }> };

const noView = () => errorAnswer(404, "There is no view of this id; it may have been deleted.");

/** Renames a view, pins or unpins it, or has it show something else. */
export function PATCH(request: Request, { params }: Context): Promise<Response> {
  return answerRequest(async () => {
    readOwnParams(request, {});
    const change = await readBody(request, viewChangeSchema);
    const view = await findView((await params).id);
    const changed = view && (await changeView(view.id, change));
    if (!changed) return noView();
    if ("taken" in changed) return errorAnswer(409, `There is a view named ${changed.taken.name} already.`);
    return jsonAnswer(changed.view);
  });
}

/** Deletes a view, and answers with what it was. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return answerRequest(async () => {
    readOwnParams(request, {});
    const view = await findView((await params).id);
    const deleted = view && (await deleteView(view.id));
    return deleted ? jsonAnswer(deleted) : noView();
  });
}
