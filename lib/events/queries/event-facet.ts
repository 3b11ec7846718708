import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Facet } from "#lib/events/facet.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { type EventFilter, FILTER_FIELDS } from "#lib/events/filter.ts";
import { resolveAsOf } from "./current-commit.ts";
import { eventCountsSql } from "./event-counts-sql.ts";
import { filterSql } from "./filter-sql.ts";
import { columnSql } from "./match-sql.ts";

const DEFAULT_LIMIT = 50;

export type EventFacetOptions = {
  field: FacetName;
  /** Applied as it is, a filter by the field itself included. */
  filter: EventFilter;
  /** 1 to 1000; 50 when absent. */
  limit?: number;
  asOf?: number;
  now?: Date;
};

const rowSchema = z.object({
  value: z.string().nullable(),
  label: z.string().nullable(),
  count: dbNumber,
  total: dbNumber,
});

/** How often each value of a field occurs among the matching events. */
export async function eventFacet({
  field,
  filter,
  limit = DEFAULT_LIMIT,
  ...options
}: EventFacetOptions): Promise<Facet> {
  const asOf = await resolveAsOf(options.asOf);
  const now = options.now ?? new Date();
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT value, label, count, count(*) OVER () AS total FROM (${await valuesSql(field, filter, { asOf, now })}) AS counted
      ORDER BY count DESC, value COLLATE "C" NULLS LAST LIMIT ${limit}`,
  );
  return {
    field,
    values: rows.map(({ value, label, count }) => (label === null ? { value, count } : { value, label, count })),
    total: rows[0]?.total ?? 0,
    asOf,
  };
}

/** A query for (value, label, count). */
async function valuesSql(name: FacetName, filter: EventFilter, at: { asOf: number; now: Date }): Promise<Prisma.Sql> {
  const field = FILTER_FIELDS.get(name);
  if (!field) throw new TypeError(`There is no field with the filter ${name}`);
  const column = columnSql(field.column);
  switch (field.kind) {
    case "project": {
      const counted = await eventCountsSql(filter, { ...at, timeStep: "none", groupBy: "project_ref" });
      return Prisma.sql`SELECT project.account_id || '/' || project.region || '/' || project.project_id AS value, NULL::text AS label, counts.count
        FROM (SELECT project_ref, sum(n)::bigint AS count FROM ${counted} AS counted GROUP BY 1 HAVING sum(n) > 0) AS counts
        LEFT JOIN project ON project.id = counts.project_ref`;
    }
    case "principal":
      return Prisma.sql`SELECT principal.key AS value, principal.name AS label, counts.count
        FROM (SELECT principal_ref, count(*) AS count FROM event WHERE ${await filterSql(filter, at)} GROUP BY 1) AS counts
        JOIN principal ON principal.id = counts.principal_ref`;
    case "enum": {
      const counted = await eventCountsSql(filter, { ...at, timeStep: "none" });
      const value = Prisma.raw(name === "access" ? "access::text" : "outcome::text");
      return Prisma.sql`SELECT ${value} AS value, NULL::text AS label, sum(n)::bigint AS count FROM ${counted} AS counted GROUP BY 1 HAVING sum(n) > 0`;
    }
    case "id":
    case "text":
    case "arn": {
      if (field.column.startsWith("action.")) {
        const counted = await eventCountsSql(filter, { ...at, timeStep: "none", groupBy: "action_ref" });
        return Prisma.sql`SELECT ${column} AS value, NULL::text AS label, sum(n)::bigint AS count
          FROM ${counted} AS counted JOIN action ON action.id = counted.action_ref GROUP BY 1 HAVING sum(n) > 0`;
      }
      return Prisma.sql`SELECT ${column} AS value, NULL::text AS label, count(*) AS count FROM event WHERE ${await filterSql(filter, at)} GROUP BY 1`;
    }
    case "time":
    case "flag":
      throw new TypeError(`${name} is no facet`);
  }
}
