import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Cut } from "#lib/events/activity.ts";

const MAX_VALUES = 100;
/** Sessions are looked through for the people behind them. */
export const MAX_SESSIONS = 500;
const HOURS_OF_WEEK = 168;

/** By what a principal's calls are counted, and the columns of each group. */
const names = [
  "session",
  "arn",
  "key",
  "address",
  "network",
  "agent",
  "region",
  "account",
  "client",
  "mfa",
  "hour",
  "action",
  "project",
] as const;
type GroupName = (typeof names)[number];

const COLUMNS: Record<GroupName, readonly string[]> = {
  session: ["session_name", "principal_arn", "access_key_id"],
  arn: ["principal_arn"],
  key: ["access_key_id"],
  address: ["source_ip"],
  network: ["source_network"],
  agent: ["user_agent"],
  region: ["region"],
  account: ["account_id"],
  client: ["client"],
  mfa: ["mfa"],
  hour: ["hour_of_week"],
  action: ["action_ref", "access"],
  project: ["project_ref"],
};

const rowSchema = z.object({
  name: z.enum(names),
  a: z.string().nullable(),
  b: z.string().nullable(),
  c: z.string().nullable(),
  events: dbNumber,
  failures: dbNumber,
  firstSeen: z.string(),
  lastSeen: z.string(),
  anyEventId: z.string(),
  total: dbNumber,
});

/** A group of calls; `a` to `c` are what they have in common: of an action its name, source and access … */
export type ActivityRow = Omit<z.infer<typeof rowSchema>, "name" | "total">;
export type Activity = Record<GroupName, Cut<ActivityRow>>;

/**
 * The calls of a condition on `event`, counted by all that a dossier shows, in one pass over them. Most frequent first,
 * then by value; sessions and ARNs latest first.
 * @param localTime an event's time in the zone in whose days and hours the week is counted.
 */
export async function countActivity(where: Prisma.Sql, localTime: Prisma.Sql): Promise<Activity> {
  const sets = names.map((name) => Prisma.raw(`(${COLUMNS[name].join(", ")})`));
  // The first group with its columns: the session's come before those of which it has one.
  const nameCases = names.map((name) => {
    const isGroup = COLUMNS[name].map((column) => `grouping(${column}) = 0`).join(" AND ");
    return Prisma.raw(`WHEN ${isGroup} THEN '${name}'`);
  });
  const rows = await readRows(
    rowSchema,
    Prisma.sql`WITH counted AS (
        SELECT CASE ${Prisma.join(nameCases, " ")} END AS name, session_name, principal_arn, access_key_id, source_ip, source_network,
          user_agent, region, account_id, client, mfa, hour_of_week, action_ref, access, project_ref,
          count(*) AS events, count(*) FILTER (WHERE outcome = 'failure') AS failures,
          min(event_time) AS first_seen, max(event_time) AS last_seen, min(event_id COLLATE "C") AS any_event_id
        FROM (
          SELECT event.*, (extract(isodow FROM local.time)::int - 1) * 24 + extract(hour FROM local.time)::int AS hour_of_week
          FROM event, LATERAL (SELECT ${localTime} AS time) AS local WHERE ${where}
        ) AS mine
        GROUP BY GROUPING SETS (${Prisma.join(sets)})
      ), named AS (
        SELECT counted.*,
          CASE name WHEN 'session' THEN session_name WHEN 'arn' THEN principal_arn WHEN 'key' THEN access_key_id
            WHEN 'action' THEN action.event_name WHEN 'project' THEN project.project_id WHEN 'mfa' THEN mfa::text
            WHEN 'hour' THEN hour_of_week::text ELSE coalesce(source_ip, source_network, user_agent, counted.region, counted.account_id, client)
            END COLLATE "C" AS a,
          CASE name WHEN 'session' THEN principal_arn WHEN 'action' THEN action.event_source WHEN 'project' THEN project.account_id
            END COLLATE "C" AS b,
          CASE name WHEN 'session' THEN access_key_id WHEN 'action' THEN access::text WHEN 'project' THEN project.region
            END COLLATE "C" AS c
        FROM counted LEFT JOIN action ON action.id = counted.action_ref LEFT JOIN project ON project.id = counted.project_ref
        WHERE CASE name WHEN 'session' THEN session_name IS NOT NULL OR access_key_id LIKE 'ASIA%'
          WHEN 'arn' THEN principal_arn IS NOT NULL WHEN 'project' THEN project_ref IS NOT NULL ELSE TRUE END
      ), ranked AS (
        SELECT named.*, count(*) OVER (PARTITION BY name) AS total, row_number() OVER (PARTITION BY name
          ORDER BY CASE WHEN name IN ('session', 'arn') THEN extract(epoch FROM last_seen) ELSE events END DESC, a, b, c) AS rank
        FROM named
      )
      SELECT name, a, b, c, events, failures, ${isoTimeSql(Prisma.sql`first_seen`)} AS "firstSeen",
        ${isoTimeSql(Prisma.sql`last_seen`)} AS "lastSeen", any_event_id AS "anyEventId", total
      FROM ranked
      WHERE rank <= CASE name WHEN 'session' THEN ${MAX_SESSIONS}::int WHEN 'hour' THEN ${HOURS_OF_WEEK}::int ELSE ${MAX_VALUES}::int END
      ORDER BY name, rank`,
  );
  return cutByName(rows);
}

function cutByName(rows: readonly z.infer<typeof rowSchema>[]): Activity {
  const cut = (name: GroupName): Cut<ActivityRow> => {
    const own = rows.filter((row) => row.name === name);
    return { items: own.map(({ name: _name, total: _total, ...row }) => row), total: own[0]?.total ?? 0 };
  };
  return {
    session: cut("session"),
    arn: cut("arn"),
    key: cut("key"),
    address: cut("address"),
    network: cut("network"),
    agent: cut("agent"),
    region: cut("region"),
    account: cut("account"),
    client: cut("client"),
    mfa: cut("mfa"),
    hour: cut("hour"),
    action: cut("action"),
    project: cut("project"),
  };
}
