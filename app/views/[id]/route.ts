import { connection } from "next/server";
import { findView } from "#lib/views/queries/find-view.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { viewHref } from "#lib/views/saved-view.ts";

/**
 * The link by which a view is shared: leads to the events as it shows them. Without such a view, or a database that
 * says so, it leads there all the same, where the bar tells what is the matter with it.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  await connection();
  const { id } = await params;
  const answer = await answerOf(findView(id));
  const view = "data" in answer ? answer.data : null;
  const headers = { Location: viewHref(view ?? { id, query: "" }), "Cache-Control": "no-store" };
  return new Response(null, { status: 307, headers });
}
