import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { FINDING_KINDS } from "#lib/findings/finding-kinds.ts";
import type { FindingCount, FindingsQuery } from "#lib/findings/finding.ts";
import { countFindings } from "./count-findings.ts";

/** How many findings each kind has, in the order of their declaration. */
export async function countAllFindings(query: FindingsQuery): Promise<{ counts: FindingCount[]; asOf: number }> {
  const asOf = await resolveAsOf(query.asOf);
  const now = query.now ?? new Date();
  const counts: FindingCount[] = [];
  // One after the other: together they would take the connections of everybody else.
  for (const { id, title } of FINDING_KINDS) {
    counts.push({ kind: id, title, total: await countFindings(id, { ...query, asOf, now }) });
  }
  return { counts, asOf };
}
