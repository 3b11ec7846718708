/** A table that counts events, kept in the ingest transaction. */
export type Rollup = {
  table: string;
  /** What it counts by: columns of `moved` (or of `from`); `access` and `outcome` besides. */
  columns: readonly string[];
  /** Those that may be NULL. */
  nullable: readonly string[];
  /** The rows of `moved m` in the form in which they are counted. */
  from: string;
};

const PLACE = ["account_id", "region", "error_code"];
const REFS = ["principal_ref", "action_ref", "project_ref"];
/** Columns with so many values that each is counted by itself, and by which of the refs besides. */
const VALUES: readonly (readonly [column: string, refs: readonly string[]])[] = [
  ["source_ip", ["principal_ref"]],
  ["access_key_id", ["principal_ref"]],
  ["subject_arn", ["action_ref", "project_ref"]],
  ["resource_arn", ["action_ref", "project_ref"]],
];
const valueRow = ([column, refs]: (typeof VALUES)[number]) =>
  `('${column}', m.${column}, ${REFS.map((ref) => (refs.includes(ref) ? `m.${ref}` : "NULL::integer")).join(", ")})`;
const EACH_VALUE = `(SELECT v.*, m.access, m.outcome, m.events
  FROM moved m CROSS JOIN LATERAL (VALUES ${VALUES.map(valueRow).join(", ")}) AS v (field, value, ${REFS.join(", ")})) AS m`;

/** All rollups. lib/events/queries/rollup-for.ts says what each has the answer to, docs/decisions/0015 why these. */
export const ROLLUPS: readonly Rollup[] = [
  { table: "rollup_hour", columns: ["hour", "action_ref"], nullable: [], from: "moved m" },
  { table: "rollup_day_project", columns: ["project_ref", "day"], nullable: ["project_ref"], from: "moved m" },
  { table: "rollup_day_principal", columns: ["principal_ref", "day"], nullable: [], from: "moved m" },
  { table: "rollup_day_place", columns: ["day", ...PLACE], nullable: PLACE, from: "moved m" },
  { table: "rollup_action", columns: ["action_ref", ...PLACE], nullable: PLACE, from: "moved m" },
  {
    table: "rollup_total",
    columns: ["principal_ref", "action_ref", "project_ref", ...PLACE],
    nullable: ["project_ref", ...PLACE],
    from: "moved m",
  },
  { table: "rollup_value", columns: ["field", "value", ...REFS], nullable: ["value", ...REFS], from: EACH_VALUE },
];
