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

const SUCCESS = Prisma.sql`named.outcome = 'success'`;
const OWN = Prisma.sql`NOT named.is_related`;
const CREATED = Prisma.sql`${SUCCESS} AND ${OWN} AND ${isOneOfSql("created", Prisma.sql`named.type`)}`;
const DELETED = Prisma.sql`${SUCCESS} AND ${OWN} AND ${isOneOfSql("deleted", Prisma.sql`named.type`)}`;
const USED = Prisma.sql`${SUCCESS} AND ${isUseSql(Prisma.sql`named.type`, Prisma.sql`named.access`)}`;

/**
 * A relation of the resources that events name as of a commit. Other services' events are use, no events; what names a
 * resource without being of a kind with a page is none. Events are counted by action first, so that what an action means
 * is worked out a few times for each resource and not for each event.
 */
export function resourcesSql({ asOf, key, having = Prisma.sql`TRUE` }: Options): Prisma.Sql {
  const [only, ofKey] =
    key === undefined
      ? [Prisma.sql`event.resource_keys IS NOT NULL`, Prisma.sql`TRUE`]
      : [Prisma.sql`event.resource_keys @> ARRAY[${key}::text]`, Prisma.sql`named.key = ${key}`];
  return Prisma.sql`(
    SELECT named.key, named.type,
      coalesce(sum(named.n) FILTER (WHERE ${OWN}), 0)::bigint AS events,
      coalesce(sum(named.n) FILTER (WHERE ${OWN} AND named.outcome = 'failure'), 0)::bigint AS failures,
      coalesce(sum(named.n) FILTER (WHERE ${OWN} AND named.access = 'write'), 0)::bigint AS writes,
      coalesce(sum(named.n) FILTER (WHERE ${USED}), 0)::bigint AS uses,
      bool_or(${SUCCESS}) AS "isConfirmed",
      bool_or(${CREATED}) AS "isCreated",
      coalesce(max(named.last_seen) FILTER (WHERE ${DELETED})
        >= coalesce(max(named.last_seen) FILTER (WHERE ${CREATED}), '-infinity'), FALSE) AS "isDeleted",
      coalesce(min(named.first_seen) FILTER (WHERE ${OWN}), min(named.first_seen)) AS first_seen,
      coalesce(max(named.last_seen) FILTER (WHERE ${OWN}), max(named.last_seen)) AS last_seen,
      max(named.last_seen) FILTER (WHERE ${USED}) AS last_used
    FROM (
      SELECT named.*, split_part(split_part(named.key, ':', 6), '/', 1) AS type FROM (
        SELECT key, event.action_ref, event.outcome, event.access, event.is_related, count(*) AS n,
          min(event.event_time) AS first_seen, max(event.event_time) AS last_seen, max(event.summary) AS summary
        FROM event CROSS JOIN unnest(event.resource_keys) AS key
        WHERE ${only} AND event.commit_no <= ${asOf}
        GROUP BY 1, 2, 3, 4, 5
      ) AS named WHERE ${ofKey}
    ) AS named JOIN action ON action.id = named.action_ref
    GROUP BY named.key, named.type HAVING ${having}
  ) AS resources`;
}

/** Whether a resource's ARN or the sentence of its creation has a text in it, whatever the case. */
export function mentionsSql(pattern: string): Prisma.Sql {
  return Prisma.sql`(named.key ILIKE ${pattern} OR bool_or(${CREATED} AND named.summary ILIKE ${pattern}))`;
}
