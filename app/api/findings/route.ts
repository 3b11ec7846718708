import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { readOwnParams } from "#lib/api/read-request.ts";
import { eventFilterParams } from "#lib/events/filter.ts";
import { RequestError } from "#lib/events/request-error.ts";
import { type DeclaredKind, findingKind, findingKinds } from "#lib/findings/finding-kinds.ts";
import type { Finding } from "#lib/findings/finding.ts";
import { parseFindingsAddress } from "#lib/findings/parse-findings-address.ts";
import { countAllFindings } from "#lib/findings/queries/count-all-findings.ts";
import { listFindings } from "#lib/findings/queries/list-findings.ts";

const OWN = {
  kind: paramTypes.text,
  limit: paramTypes.wholeNumber(1, 1000),
  cursor: paramTypes.text,
  asOf: paramTypes.commit,
};

/** The kinds of findings with their counts, or the findings of one kind. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const params = new URL(request.url).searchParams;
    const { filter, thresholds, problems } = parseFindingsAddress(params, Object.keys(OWN));
    if (problems.length > 0) throw new RequestError(...problems);
    const { kind, limit, cursor, asOf } = readOwnParams(request, OWN, (name) => !Object.hasOwn(OWN, name));
    const query = { filter, thresholds, asOf };
    if (kind === undefined) {
      const answer = await countAllFindings(query);
      const kinds = findingKinds.map((declared, index) => ({
        ...kindAnswer(declared),
        findings: answer.counts[index]?.total ?? 0,
      }));
      return jsonAnswer({ asOf: answer.asOf, thresholds, kinds });
    }
    const known = findingKind(kind);
    if (!known) {
      const message = `kind must be one of ${findingKinds.map(({ id }) => id).join(", ")}`;
      throw new RequestError({ name: "kind", value: kind, message });
    }
    const page = await listFindings(known.id, { ...query, limit, cursor });
    const { total, nextCursor } = page;
    const answered = { ...kindAnswer(known), thresholds, total, nextCursor };
    return jsonAnswer({ asOf: page.asOf, ...answered, findings: page.findings.map(findingAnswer) });
  });
}

const kindAnswer = ({ id, title, question, note }: DeclaredKind) => ({ kind: id, title, question, note });

function findingAnswer({ evidence, ...finding }: Finding) {
  const filter = evidence.filter && eventFilterParams(evidence.filter).toString();
  return { ...finding, events: evidence.events.map(({ eventId }) => eventId), eventsTotal: evidence.total, filter };
}
