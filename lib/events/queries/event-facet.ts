import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Facet } from "#lib/events/facet.ts";
import type { EventField } from "#lib/events/event-field.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { type EventFilter, FILTER_FIELDS } from "#lib/events/filter.ts";
import { resolveAsOf } from "./current-commit.ts";
import { eventCountsSql } from "./event-counts-sql.ts";
import { columnSql, containsPattern } from "./match-sql.ts";
import { COUNTED_COLUMNS, type CountedColumn } from "./rollup-for.ts";

const DEFAULT_LIMIT = 50;

export type EventFacetOptions = {
  field: FacetName;
  /** Applied as it is, a filter by the field itself included. */
  filter: EventFilter;
  /** 1 to 1000; 50 when absent. */
  limit?: number;
  /** Only values that contain this text, or whose label does, whatever the case; `total` is theirs then. */
  search?: string;
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
  field: name,
  filter,
  limit = DEFAULT_LIMIT,
  search,
  ...options
}: EventFacetOptions): Promise<Facet> {
  const asOf = await resolveAsOf(options.asOf);
  const now = options.now ?? new Date();
  const field = FILTER_FIELDS.get(name);
  if (!field) throw new TypeError(`There is no field with the filter ${name}`);
  const groupBy = countedColumn(field);
  const { sql: counted } = await eventCountsSql(filter, {
    asOf,
    now,
    timeStep: "none",
    ...(isCounted(groupBy) && { groupBy }),
  });
  const rows = await readRows(
    rowSchema,
    // Numbers are counted first and named afterwards: there are far fewer values than events.
    Prisma.sql`WITH counts AS (
        SELECT ${columnSql(groupBy)} AS ref, sum(n)::bigint AS count FROM ${counted} AS counted GROUP BY 1 HAVING sum(n) > 0
      )
      SELECT value, label, count, count(*) OVER () AS total FROM (${namedSql(field)}) AS named ${foundSql(search)}
      ORDER BY count DESC, value COLLATE "C" NULLS LAST LIMIT ${limit}`,
  );
  return {
    field: name,
    values: rows.map(({ value, label, count }) => (label === null ? { value, count } : { value, label, count })),
    total: rows[0]?.total ?? 0,
    asOf,
  };
}

const isCounted = (column: string): column is CountedColumn => (COUNTED_COLUMNS as readonly string[]).includes(column);

/** The column of `event` that a field is counted by. */
function countedColumn(field: EventField): string {
  if (field.kind === "project") return "project_ref";
  if (field.kind === "principal") return "principal_ref";
  return field.column.startsWith("action.") ? "action_ref" : field.column.replace("event.", "");
}

/** A query for (value, label, count) out of `counts`. */
function namedSql(field: EventField): Prisma.Sql {
  switch (field.kind) {
    case "project":
      return Prisma.sql`SELECT project.account_id || '/' || project.region || '/' || project.project_id AS value, NULL::text AS label, count
        FROM counts LEFT JOIN project ON project.id = counts.ref`;
    case "principal":
      return Prisma.sql`SELECT principal.key AS value, principal.name AS label, count
        FROM counts JOIN principal ON principal.id = counts.ref`;
    case "enum":
    case "id":
    case "text":
    case "arn":
      if (!field.column.startsWith("action."))
        return Prisma.sql`SELECT ref::text AS value, NULL::text AS label, count FROM counts`;
      return Prisma.sql`SELECT ${columnSql(field.column)} AS value, NULL::text AS label, sum(count)::bigint AS count
        FROM counts JOIN action ON action.id = counts.ref GROUP BY 1`;
    case "time":
    case "flag":
      throw new TypeError(`${field.name} is no facet`);
  }
}

function foundSql(search: string | undefined): Prisma.Sql {
  if (search === undefined || search === "") return Prisma.empty;
  const pattern = containsPattern(search);
  return Prisma.sql`WHERE value ILIKE ${pattern} OR label ILIKE ${pattern}`;
}
