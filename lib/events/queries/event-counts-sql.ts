import { Prisma } from "#lib/db/prisma.ts";
import { type EventFilter, filterTimeRange } from "#lib/events/filter.ts";
import { TIME_LIMITS } from "#lib/events/time-limits.ts";
import { type AsOf, NOT_RELATED, relatedSql, termsSql, timeSql } from "./filter-sql.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type EventCountsOptions = AsOf & {
  /** Only what was ingested after this commit. */
  newerThan?: number;
  /** Only this principal's, by our number. */
  principalRef?: number;
  /** The finest part of `time` that the caller looks at: it may be cut to the hour or day in UTC. */
  timeStep: "none" | "day" | "hour" | "exact";
  /** Which of the two refs the caller groups by. */
  groupBy?: "action_ref" | "project_ref";
};

type Rollup = {
  stepMs: number;
  table: Prisma.Sql;
  time: Prisma.Sql;
  ref: "action_ref" | "project_ref" | "principal_ref";
  filters: readonly string[];
};

const BY_HOUR: Rollup = {
  stepMs: HOUR_MS,
  table: Prisma.sql`rollup_hour`,
  time: Prisma.sql`event.hour`,
  ref: "action_ref",
  filters: ["action", "source", "access", "outcome"],
};
const BY_PROJECT: Rollup = {
  stepMs: DAY_MS,
  table: Prisma.sql`rollup_day_project`,
  time: Prisma.sql`(event.day::timestamp AT TIME ZONE 'UTC')`,
  ref: "project_ref",
  filters: ["project", "access", "outcome"],
};
const BY_PRINCIPAL: Rollup = {
  stepMs: DAY_MS,
  table: Prisma.sql`rollup_day_principal`,
  time: Prisma.sql`(event.day::timestamp AT TIME ZONE 'UTC')`,
  ref: "principal_ref",
  filters: ["access", "outcome"],
};

/**
 * A relation (time, action_ref, project_ref, access, outcome, n) whose sums of n are the counts of the matching
 * events. Where a rollup has them, it is the rollup, less what is newer than the commit, and the events themselves in
 * the cut-off hours or days at both ends.
 */
export async function eventCountsSql(filter: EventFilter, options: EventCountsOptions): Promise<Prisma.Sql> {
  const terms = await termsSql(filter);
  const related = relatedSql(filter);
  if (options.principalRef !== undefined) terms.push(Prisma.sql`event.principal_ref = ${options.principalRef}`);
  const { from, to } = filterTimeRange(filter, options.now);
  const isKnown = Prisma.sql`event.commit_no <= ${options.asOf}`;
  const rollup = rollupFor(filter, options);
  const whole = rollup && wholeSteps(from, to, rollup.stepMs);
  if (!rollup || !whole) {
    const isNewer = options.newerThan === undefined ? [] : [Prisma.sql`event.commit_no > ${options.newerThan}`];
    return Prisma.sql`(${eventsSql([isKnown, ...isNewer, ...related, ...timeSql({ from, to }), ...terms])})`;
  }
  const parts = [
    rollupSql(rollup, [...rangeSql(rollup.time, whole), ...terms]),
    eventsSql([Prisma.sql`event.commit_no > ${options.asOf}`, NOT_RELATED, ...timeSql(whole), ...terms], -1),
  ];
  if (from && whole.from && from < whole.from)
    parts.push(eventsSql([isKnown, NOT_RELATED, ...timeSql({ from, to: whole.from }), ...terms]));
  if (to && whole.to && whole.to < to)
    parts.push(eventsSql([isKnown, NOT_RELATED, ...timeSql({ from: whole.to, to }), ...terms]));
  return Prisma.sql`(${Prisma.join(parts, " UNION ALL ")})`;
}

function rollupFor(filter: EventFilter, options: EventCountsOptions): Rollup | null {
  // Rollups know nothing of what is kept only as related.
  if (options.newerThan !== undefined || options.timeStep === "exact" || filter.related !== undefined) return null;
  const names = Object.entries(filter.terms).flatMap(([name, terms]) => (terms.length > 0 ? [name] : []));
  const serves = (rollup: Rollup) =>
    names.every((name) => rollup.filters.includes(name)) &&
    (options.groupBy === undefined || options.groupBy === rollup.ref) &&
    (options.timeStep !== "hour" || rollup.stepMs === HOUR_MS);
  if (options.principalRef !== undefined) return serves(BY_PRINCIPAL) ? BY_PRINCIPAL : null;
  if (serves(BY_HOUR)) return BY_HOUR;
  // It knows only events that have a project.
  const hasProject = filter.terms.project?.some((term) => !term.isExcluded) ?? false;
  return hasProject && serves(BY_PROJECT) ? BY_PROJECT : null;
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

function rollupSql(rollup: Rollup, conditions: Prisma.Sql[]): Prisma.Sql {
  const ref = (name: string) => Prisma.raw(rollup.ref === name ? `event.${name}` : `NULL::int AS ${name}`);
  // Under the name of `event`, so that the conditions on events fit.
  return Prisma.sql`SELECT ${rollup.time} AS time, ${ref("action_ref")}, ${ref("project_ref")}, event.access, event.outcome, event.events AS n
    FROM ${rollup.table} AS event ${whereSql(conditions)}`;
}

function eventsSql(conditions: Prisma.Sql[], n: 1 | -1 = 1): Prisma.Sql {
  return Prisma.sql`SELECT event.event_time AS time, event.action_ref, event.project_ref, event.access, event.outcome, ${n}::bigint AS n
    FROM event ${whereSql(conditions)}`;
}

function whereSql(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}`;
}
