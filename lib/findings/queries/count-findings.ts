import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import type { FindingKindId } from "#lib/findings/finding-kinds.ts";
import type { FindingsQuery } from "#lib/findings/finding.ts";
import { matchingFindingsSql } from "./matching-findings-sql.ts";

/** How many findings a kind has. */
export async function countFindings(kind: FindingKindId, query: FindingsQuery): Promise<number> {
  const asOf = await resolveAsOf(query.asOf);
  const found = await matchingFindingsSql(kind, { ...query, asOf, now: query.now ?? new Date() });
  const { total } = await readRow(
    z.object({ total: dbNumber }),
    Prisma.sql`SELECT count(*) AS total FROM ${found} AS found`,
  );
  return total;
}
