import { connection } from "next/server";
import { answerRequest, errorAnswer, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { KIND_NAMES } from "#lib/codestar/resource-kind.ts";
import { publicEvent } from "#lib/events/public-event.ts";
import { RequestError } from "#lib/events/request-error.ts";
import { getResource } from "#lib/resources/queries/get-resource.ts";
import { listResources } from "#lib/resources/queries/list-resources.ts";

const OWN = {
  arn: paramTypes.text,
  kind: paramTypes.oneOf(KIND_NAMES),
  search: paramTypes.text,
  limit: paramTypes.wholeNumber(1, 1000),
  asOf: paramTypes.commit,
};
/** They narrow the list. */
const OF_THE_LIST = ["kind", "search", "limit"] as const;

/** All resources by kind, or everything about one. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { arn, asOf, ...list } = readOwnParams(request, OWN);
    if (arn === undefined) return jsonAnswer(await listResources({ ...list, asOf }));
    const stray = OF_THE_LIST.filter((name) => list[name] !== undefined);
    if (stray.length > 0) {
      throw new RequestError(
        ...stray.map((name) => ({ name, value: String(list[name]), message: `${name} has no meaning beside arn` })),
      );
    }
    const resource = await getResource(arn, { asOf });
    if (resource === null) return errorAnswer(404, "No event names a resource with this ARN.");
    const { created, deleted, changes, latestUses } = resource;
    return jsonAnswer({
      ...resource,
      created: created && publicEvent(created),
      deleted: deleted && publicEvent(deleted),
      changes: { ...changes, items: changes.items.map(publicEvent) },
      // Other services' stand among them, which no other list has without being asked.
      latestUses: {
        ...latestUses,
        items: latestUses.items.map((event) => ({ ...publicEvent(event), isRelated: event.isRelated })),
      },
    });
  });
}
