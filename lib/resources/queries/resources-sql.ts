import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber } from "#lib/db/read-rows.ts";
import { isOneOfSql, isUseSql } from "./use-sql.ts";

/** A row of `resourcesSql`: what can be counted without reading records. */
export const resourceRowSchema = z.object({
  key: z.string(),
  events: dbNumber,
  failures: dbNumber,
  writes: dbNumber,
  uses: dbNumber,
  isConfirmed: z.boolean(),
  isCreated: z.boolean(),
  isDeleted: z.boolean(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  lastUsed: z.string().nullable(),
});
export type ResourceRow = z.infer<typeof resourceRowSchema>;

/** The columns of a `ResourceRow`, of `resourcesSql` as `resources`. */
export const resourceColumns = Prisma.sql`key, events, failures, writes, uses, "isConfirmed", "isCreated", "isDeleted",
  ${isoTimeSql(Prisma.sql`first_seen`)} AS "firstSeen", ${isoTimeSql(Prisma.sql`last_seen`)} AS "lastSeen",
  ${isoTimeSql(Prisma.sql`last_used`)} AS "lastUsed"`;

type Options = {
  asOf: number;
  /** Of one resource alone. */
  key?: string;
  /** A condition on `named` and its aggregates that each resource has to meet. */
  having?: Prisma.Sql;
};

/** The type of an ARN's resource, as in RESOURCE_KINDS. */
const TYPE = Prisma.sql`substring(named.key FROM '^(?:[^:]*:){5}([a-z-]+)/')`;
const SUCCESS = Prisma.sql`named.outcome = 'success'`;

/**
 * A relation of the resources that events name as of a commit. Other services' events are use, no events; what names a
 * resource without being of a kind with a page is none.
 */
export function resourcesSql({ asOf, key, having = Prisma.sql`TRUE` }: Options): Prisma.Sql {
  const only =
    key === undefined
      ? Prisma.sql`event.resource_keys IS NOT NULL`
      : Prisma.sql`event.resource_keys @> ARRAY[${key}::text]`;
  const own = Prisma.sql`NOT named.is_related`;
  const created = Prisma.sql`${SUCCESS} AND ${own} AND ${isOneOfSql("created", TYPE)}`;
  const deleted = Prisma.sql`${SUCCESS} AND ${own} AND ${isOneOfSql("deleted", TYPE)}`;
  const used = Prisma.sql`${SUCCESS} AND ${isUseSql(TYPE, Prisma.sql`named.access`)}`;
  return Prisma.sql`(
    SELECT named.key, ${TYPE} AS type,
      count(*) FILTER (WHERE ${own}) AS events,
      count(*) FILTER (WHERE ${own} AND named.outcome = 'failure') AS failures,
      count(*) FILTER (WHERE ${own} AND named.access = 'write') AS writes,
      count(*) FILTER (WHERE ${used}) AS uses,
      bool_or(${SUCCESS}) AS "isConfirmed",
      coalesce(bool_or(${created}), FALSE) AS "isCreated",
      coalesce(max(named.event_time) FILTER (WHERE ${deleted})
        >= coalesce(max(named.event_time) FILTER (WHERE ${created}), '-infinity'), FALSE) AS "isDeleted",
      coalesce(min(named.event_time) FILTER (WHERE ${own}), min(named.event_time)) AS first_seen,
      coalesce(max(named.event_time) FILTER (WHERE ${own}), max(named.event_time)) AS last_seen,
      max(named.event_time) FILTER (WHERE ${used}) AS last_used
    FROM (
      SELECT key, event.event_time, event.outcome, event.access, event.is_related, event.action_ref, event.summary
      FROM event CROSS JOIN unnest(event.resource_keys) AS key
      WHERE ${only} AND event.commit_no <= ${asOf}
    ) AS named JOIN action ON action.id = named.action_ref
    WHERE ${key === undefined ? Prisma.sql`TRUE` : Prisma.sql`named.key = ${key}`}
    GROUP BY named.key HAVING ${having}
  ) AS resources`;
}

/** Whether a resource's ARN or the sentence of its creation has a text in it, whatever the case. */
export function mentionsSql(pattern: string): Prisma.Sql {
  return Prisma.sql`(named.key ILIKE ${pattern}
    OR coalesce(bool_or(named.summary ILIKE ${pattern}) FILTER (WHERE ${isOneOfSql("created", TYPE)}), FALSE))`;
}
