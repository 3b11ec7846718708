import { z } from "zod";
import { codestarPartOf } from "#lib/codestar/codestar-part-of.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber } from "#lib/db/read-rows.ts";
import { refCountsSql, seenSql } from "#lib/events/queries/ref-counts-sql.ts";
import type { PrincipalSummary } from "#lib/principals/principal-summary.ts";

/** A row of `principalsSql`. */
export const principalSchema: z.ZodType<PrincipalSummary> = z
  .object({
    id: z.int(),
    key: z.string(),
    type: z.string(),
    name: z.string(),
    arn: z.string().nullable(),
    accountId: z.string().nullable(),
    firstSeen: z.string(),
    lastSeen: z.string(),
    events: dbNumber,
    failures: dbNumber,
    writes: dbNumber,
  })
  .transform((row) => ({ ...row, codestarPart: codestarPartOf(row.key) }));

/** The columns of a `PrincipalSummary`, of `principalsSql` as `principals`. */
export const principalColumns = Prisma.sql`id, key, type, name, arn, "accountId", events, failures, writes,
  ${isoTimeSql(Prisma.sql`first_seen`)} AS "firstSeen", ${isoTimeSql(Prisma.sql`last_seen`)} AS "lastSeen"`;

/** A relation of the principals that have events as of a commit, or of one of them. */
export function principalsSql(asOf: number, principalRef?: number): Prisma.Sql {
  return Prisma.sql`(SELECT principal.id, principal.key, principal.type, principal.name, principal.arn, principal.account_id AS "accountId",
      counts.events, counts.failures, counts.writes,
      ${seenSql("principal", "first", asOf)} AS first_seen, ${seenSql("principal", "last", asOf)} AS last_seen
    FROM ${refCountsSql("principal", asOf, principalRef)} AS counts
    JOIN principal ON principal.id = counts.ref) AS principals`;
}
