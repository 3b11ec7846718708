import { Prisma } from "#lib/db/prisma.ts";
import { type EventFilter, filterTimeRange } from "#lib/events/filter.ts";
import { TIME_LIMITS } from "#lib/events/time-limits.ts";
import { type AsOf, NOT_RELATED, relatedSql, termsSql, timeSql } from "./filter-sql.ts";
import { type CountedColumn, type Rollup, rollupFor } from "./rollup-for.ts";

export type EventCountsOptions = AsOf & {
  /** Only what was ingested after this commit. */
  newerThan?: number;
  /** Only this principal's, by our number. */
  principalRef?: number;
  /** The finest part of `time` that the caller looks at: it may be cut to the hour or day in UTC. */
  timeStep: "none" | "day" | "hour" | "exact";
  /** What the caller groups by beside access and outcome. */
  groupBy?: CountedColumn;
};

export type EventCountsSql = {
  /** A relation (time, access, outcome, n, and the column that is grouped by); `time` is NULL where nobody looks. */
  sql: Prisma.Sql;
  /** How far `time` may be cut off; null where it is the events' own. */
  stepMs: number | null;
};

/**
 * A relation whose sums of n are the counts of the matching events. Where a rollup has them, it is the rollup, less
 * what is newer than the commit, and the events themselves in the cut-off hours or days at both ends.
 */
export async function eventCountsSql(filter: EventFilter, options: EventCountsOptions): Promise<EventCountsSql> {
  const { groupBy } = options;
  const terms = await termsSql(filter);
  const related = relatedSql(filter);
  if (options.principalRef !== undefined) terms.push(Prisma.sql`event.principal_ref = ${options.principalRef}`);
  const { from, to } = filterTimeRange(filter, options.now);
  const isKnown = Prisma.sql`event.commit_no <= ${options.asOf}`;
  const rollup = usableRollup(filter, terms, options);
  const whole = rollup?.step ? wholeSteps(from, to, rollup.step.ms) : { from: null, to: null };
  if (!rollup || !whole) {
    const isNewer = options.newerThan === undefined ? [] : [Prisma.sql`event.commit_no > ${options.newerThan}`];
    const conditions = [isKnown, ...isNewer, ...related, ...timeSql({ from, to }), ...terms];
    return { sql: Prisma.sql`(${eventsSql(groupBy, conditions)})`, stepMs: null };
  }
  const ofEvents = (range: { from: Date | null; to: Date | null }) =>
    eventsSql(groupBy, [NOT_RELATED, isKnown, ...timeSql(range), ...terms]);
  const parts = [
    rollupSql(rollup, groupBy, [...(rollup.step ? rangeSql(rollup.step.time, whole) : []), ...terms]),
    // Cut off as the rollup's time is, which they are taken from.
    eventsSql(groupBy, [NOT_RELATED, Prisma.sql`event.commit_no > ${options.asOf}`, ...timeSql(whole), ...terms], {
      n: -1,
      time: rollup.step?.ofEvent,
    }),
  ];
  if (from && whole.from && from < whole.from) parts.push(ofEvents({ from, to: whole.from }));
  if (to && whole.to && whole.to < to) parts.push(ofEvents({ from: whole.to, to }));
  return { sql: Prisma.sql`(${Prisma.join(parts, " UNION ALL ")})`, stepMs: rollup.step?.ms ?? null };
}

function usableRollup(filter: EventFilter, terms: Prisma.Sql[], options: EventCountsOptions): Rollup | null {
  // Rollups know nothing of what is kept only as related.
  if (options.newerThan !== undefined || options.timeStep === "exact" || filter.related !== undefined) return null;
  const columns = [...terms.flatMap(columnsOf), ...(options.groupBy === undefined ? [] : [options.groupBy])];
  const isTimed = filter.from !== undefined || filter.to !== undefined;
  return rollupFor(columns, options.timeStep === "none" && isTimed ? "day" : options.timeStep);
}

/** The columns of `event` that a condition looks at: all SQL names them so, and values are bound. */
function columnsOf(condition: Prisma.Sql): string[] {
  return [...condition.sql.matchAll(/\bevent\.([a-z_]+)/g)].map(([, column = ""]) => column);
}

/** The whole hours or days between two instants; null when there are none. */
function wholeSteps(from: Date | null, to: Date | null, stepMs: number): { from: Date | null; to: Date | null } | null {
  const first = from && new Date(Math.ceil(from.getTime() / stepMs) * stepMs);
  const last = to && new Date(Math.floor(to.getTime() / stepMs) * stepMs);
  // The step that holds the last instant there is ends in a year that Postgres isn't told of in this notation.
  if (first && first.getTime() > TIME_LIMITS.last) return null;
  return first && last && first >= last ? null : { from: first, to: last };
}

function rangeSql(time: Prisma.Sql, { from, to }: { from: Date | null; to: Date | null }): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (from) conditions.push(Prisma.sql`${time} >= ${from.toISOString()}::timestamptz`);
  if (to) conditions.push(Prisma.sql`${time} < ${to.toISOString()}::timestamptz`);
  return conditions;
}

const groupSql = (groupBy: CountedColumn | undefined) =>
  groupBy === undefined ? Prisma.empty : Prisma.raw(`event.${groupBy}, `);

function rollupSql(rollup: Rollup, groupBy: CountedColumn | undefined, conditions: Prisma.Sql[]): Prisma.Sql {
  const time = rollup.step?.time ?? Prisma.sql`NULL::timestamptz`;
  // Under the name of `event`, so that the conditions on events fit.
  return Prisma.sql`SELECT ${time} AS time, ${groupSql(groupBy)}event.access, event.outcome, event.events AS n
    FROM ${rollup.table} AS event ${whereSql(conditions)}`;
}

function eventsSql(
  groupBy: CountedColumn | undefined,
  conditions: Prisma.Sql[],
  { n = 1, time = Prisma.sql`event.event_time` }: { n?: 1 | -1; time?: Prisma.Sql } = {},
): Prisma.Sql {
  return Prisma.sql`SELECT ${time} AS time, ${groupSql(groupBy)}event.access, event.outcome, ${n}::bigint AS n
    FROM event ${whereSql(conditions)}`;
}

function whereSql(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}`;
}
