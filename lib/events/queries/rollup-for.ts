import { Prisma } from "#lib/db/prisma.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The columns of `event` by which events are counted in groups. */
export const COUNTED_COLUMNS = [
  "action_ref",
  "project_ref",
  "principal_ref",
  "account_id",
  "region",
  "error_code",
  "source_ip",
  "access_key_id",
  "subject_arn",
  "resource_arn",
] as const;
export type CountedColumn = (typeof COUNTED_COLUMNS)[number];

/** Counts of events by some of their columns, and by the hour or day in UTC unless they are of all time. */
export type Rollup = {
  /** What stands after FROM; its columns are named as those of `event`. */
  table: Prisma.Sql;
  /** Beside `access` and `outcome`, which are in all. */
  columns: readonly CountedColumn[];
  step: Step | null;
};

/** `time` is the rollup's, `ofEvent` the same of an event. */
type Step = { ms: number; time: Prisma.Sql; ofEvent: Prisma.Sql };

const hour: Step = {
  ms: HOUR_MS,
  time: Prisma.sql`event.hour`,
  ofEvent: Prisma.sql`date_trunc('hour', event.event_time, 'UTC')`,
};
const day: Step = {
  ms: DAY_MS,
  time: Prisma.sql`(event.day::timestamp AT TIME ZONE 'UTC')`,
  ofEvent: Prisma.sql`date_trunc('day', event.event_time, 'UTC')`,
};
const valuesOf = (column: CountedColumn, refs: readonly CountedColumn[]): Rollup => ({
  table: Prisma.sql`(SELECT value AS ${Prisma.raw([column, ...refs].join(", "))}, access, outcome, events FROM rollup_value WHERE field = ${column})`,
  columns: [column, ...refs],
  step: null,
});

/** Those with the fewest rows first. */
const ROLLUPS: readonly Rollup[] = [
  {
    table: Prisma.sql`rollup_action`,
    columns: ["action_ref", "account_id", "region", "error_code"],
    step: null,
  },
  valuesOf("source_ip", ["principal_ref"]),
  valuesOf("access_key_id", ["principal_ref"]),
  {
    table: Prisma.sql`rollup_total`,
    columns: ["principal_ref", "action_ref", "project_ref", "account_id", "region", "error_code"],
    step: null,
  },
  // After it, for what both have the answer to.
  valuesOf("subject_arn", ["action_ref", "project_ref"]),
  valuesOf("resource_arn", ["action_ref", "project_ref"]),
  { table: Prisma.sql`rollup_day_place`, columns: ["account_id", "region", "error_code"], step: day },
  { table: Prisma.sql`rollup_day_project`, columns: ["project_ref"], step: day },
  { table: Prisma.sql`rollup_day_principal`, columns: ["principal_ref"], step: day },
  { table: Prisma.sql`rollup_hour`, columns: ["action_ref"], step: hour },
];

/**
 * The smallest rollup that has the columns, and the time as finely as it is looked at: `none` only for counts over all
 * time. Null when none has.
 */
export function rollupFor(columns: readonly string[], timeStep: "none" | "day" | "hour"): Rollup | null {
  const isFineEnough = ({ step }: Rollup) =>
    timeStep === "none" || (step !== null && step.ms <= (timeStep === "hour" ? HOUR_MS : DAY_MS));
  const has = (rollup: Rollup, column: string) =>
    column === "access" || column === "outcome" || (rollup.columns as readonly string[]).includes(column);
  return ROLLUPS.find((rollup) => isFineEnough(rollup) && columns.every((column) => has(rollup, column))) ?? null;
}
