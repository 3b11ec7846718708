import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import { isoInZone } from "#lib/events/time-zone.ts";
import type { Timeline, TimelineBucket, TimelineGroup, TimelineGrouping } from "#lib/events/timeline.ts";
import type { TimelineBuckets } from "#lib/events/timeline-buckets.ts";

const MAX_GROUPS = 100;

const rowSchema = z.object({
  bucket: z.int(),
  /** Empty where the event has no value; null for the groups beyond the largest. */
  value: z.string().nullable(),
  success: dbNumber,
  failure: dbNumber,
  groups: dbNumber,
});
type Row = z.infer<typeof rowSchema>;

/** Sums a relation of `eventCountsSql` up by bucket and group. */
export async function bucketCounts(
  counted: Prisma.Sql,
  buckets: TimelineBuckets,
  { tz, by }: { tz: string; by?: TimelineGrouping },
): Promise<Pick<Timeline, "buckets" | "end" | "groups" | "groupsTotal">> {
  const starts = buckets.starts.map((start) => new Date(start).toISOString());
  const rows = await readRows(
    rowSchema,
    // Numbers are grouped first and named afterwards: there are far fewer groups than events.
    Prisma.sql`WITH numbers AS (
        SELECT width_bucket(time, ${starts}::timestamptz[]) AS bucket, ${refSql(by)} AS ref,
          coalesce(sum(n) FILTER (WHERE outcome = 'success'), 0) AS success,
          coalesce(sum(n) FILTER (WHERE outcome = 'failure'), 0) AS failure
        FROM ${counted} AS counted GROUP BY 1, 2
      ), sums AS MATERIALIZED (
        SELECT bucket, ${valueSql(by)} AS value, sum(success) AS success, sum(failure) AS failure
        FROM numbers ${valueJoin(by)} GROUP BY 1, 2
      ), ranked AS (
        SELECT value, row_number() OVER (ORDER BY sum(success + failure) DESC, value COLLATE "C") AS rank,
          count(*) OVER () AS groups
        FROM sums GROUP BY value HAVING sum(success + failure) > 0
      )
      SELECT bucket, CASE WHEN rank <= ${MAX_GROUPS} THEN value END AS value, groups,
        sum(success)::bigint AS success, sum(failure)::bigint AS failure
      FROM sums JOIN ranked USING (value) GROUP BY bucket, 2, rank, groups
      HAVING sum(success + failure) > 0 ORDER BY rank`,
  );
  const all: TimelineBucket[] = buckets.starts.map((start) => ({
    start: isoInZone(start, tz),
    success: 0,
    failure: 0,
    ...(by && { groups: [] }),
  }));
  for (const row of rows) addRow(all[row.bucket - 1], row);
  const end = isoInZone(buckets.end, tz);
  return { buckets: all, end, ...(by && { groups: groupSums(rows), groupsTotal: rows[0]?.groups ?? 0 }) };
}

function refSql(by: TimelineGrouping | undefined): Prisma.Sql {
  switch (by) {
    case undefined:
      return Prisma.sql`0`;
    case "access":
      return Prisma.sql`access`;
    case "source":
      return Prisma.sql`action_ref`;
    case "project":
      return Prisma.sql`project_ref`;
  }
}

function valueSql(by: TimelineGrouping | undefined): Prisma.Sql {
  switch (by) {
    case undefined:
      return Prisma.sql`''`;
    case "access":
      return Prisma.sql`ref::text`;
    case "source":
      return Prisma.sql`action.event_source`;
    case "project":
      return Prisma.sql`coalesce(project.account_id || '/' || project.region || '/' || project.project_id, '')`;
  }
}

function valueJoin(by: TimelineGrouping | undefined): Prisma.Sql {
  if (by === "source") return Prisma.sql`JOIN action ON action.id = numbers.ref`;
  return by === "project" ? Prisma.sql`LEFT JOIN project ON project.id = numbers.ref` : Prisma.empty;
}

function addRow(bucket: TimelineBucket | undefined, row: Row): void {
  if (!bucket) throw new Error(`A count for bucket ${row.bucket}, which there isn't`);
  bucket.success += row.success;
  bucket.failure += row.failure;
  if (row.value !== null) bucket.groups?.push({ value: row.value || null, success: row.success, failure: row.failure });
}

function groupSums(rows: Row[]): TimelineGroup[] {
  const sums = new Map<string, TimelineGroup>();
  for (const { value, success, failure } of rows) {
    if (value === null) continue;
    const sum = sums.get(value) ?? { value: value || null, success: 0, failure: 0 };
    sums.set(value, { ...sum, success: sum.success + success, failure: sum.failure + failure });
  }
  return [...sums.values()];
}
