import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readRequest } from "#lib/api/read-request.ts";
import { countEvents } from "#lib/events/queries/count-events.ts";
import { currentCommit } from "#lib/events/queries/current-commit.ts";

const OWN = { than: paramTypes.commit };

/** How many matching events were synced since a commit. Asked every few seconds: nothing is counted while nothing is new. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { filter, own } = readRequest(request, OWN);
    const { than = 0 } = own;
    const asOf = await currentCommit();
    if (asOf <= than) return jsonAnswer({ events: 0, asOf });
    const { events } = await countEvents({ filter, newerThan: than, asOf });
    return jsonAnswer({ events, asOf });
  });
}
