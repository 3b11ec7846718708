import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Cut } from "#lib/events/activity.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import { containsSql } from "#lib/events/queries/match-sql.ts";
import type { Subject } from "#lib/principals/principal-detail.ts";

const MAX_SUBJECTS = 200;

const rowSchema = z.object({
  arn: z.string(),
  events: dbNumber,
  failures: dbNumber,
  firstSeen: z.string(),
  lastSeen: z.string(),
  total: dbNumber,
});

/**
 * IAM users whom others named and under whose ARN nobody is known to act, latest first: members of teams who never
 * called, for instance.
 */
export async function listSubjects(options: { search?: string; asOf?: number } = {}): Promise<Cut<Subject>> {
  const asOf = await resolveAsOf(options.asOf);
  const search = options.search?.trim() ?? "";
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT subject_arn AS arn, count(*) AS events, count(*) FILTER (WHERE event.outcome = 'failure') AS failures,
        ${isoTimeSql(Prisma.sql`min(event.event_time)`)} AS "firstSeen", ${isoTimeSql(Prisma.sql`max(event.event_time)`)} AS "lastSeen",
        count(*) OVER () AS total
      FROM event
      WHERE event.subject_arn LIKE 'arn:%:iam::%' AND event.commit_no <= ${asOf} AND ${NOT_RELATED}
        AND ${search === "" ? Prisma.sql`TRUE` : containsSql("event.subject_arn", search)}
        AND NOT EXISTS (SELECT FROM principal WHERE principal.arn = event.subject_arn)
      GROUP BY subject_arn ORDER BY max(event.event_time) DESC, subject_arn COLLATE "C" LIMIT ${MAX_SUBJECTS}`,
  );
  return cutRows(rows);
}
