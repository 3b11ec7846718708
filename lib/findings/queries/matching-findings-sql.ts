import { Prisma } from "#lib/db/prisma.ts";
import { filterTimeRange } from "#lib/events/filter.ts";
import { termsSql, timeSql } from "#lib/events/queries/filter-sql.ts";
import type { FindingKindId } from "#lib/findings/finding-kinds.ts";
import type { FindingsQuery } from "#lib/findings/finding.ts";
import { foundByKind } from "./found-by-kind.ts";

/** The findings of a kind under a filter: the columns of `FoundSql`, `at` as `event_time`. */
export async function matchingFindingsSql(
  kind: FindingKindId,
  { filter, thresholds, asOf, now }: FindingsQuery & { asOf: number; now: Date },
): Promise<Prisma.Sql> {
  const conditions = [...timeSql(filterTimeRange(filter, now)), ...(await termsSql(filter))];
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}`;
  // Under the name of `event` and with its columns, so that the conditions on events fit.
  return Prisma.sql`(SELECT event.* FROM (
      SELECT found.*, found.at AS event_time, who.key AS principal_key, who.type AS principal_type, who.name AS principal_name,
        who.arn AS principal_arn, NULL::text AS issuer_arn
      FROM (${foundByKind[kind]({ asOf, thresholds })}) AS found LEFT JOIN principal AS who ON who.id = found.principal_ref
    ) AS event ${where})`;
}
