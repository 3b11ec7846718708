import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { ActionCount, Cut, ValueSpan } from "#lib/events/activity.ts";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import { latestEvents } from "#lib/events/queries/latest-events.ts";
import { peopleOfSessions } from "#lib/principals/people-of-sessions.ts";
import type { PrincipalDetail } from "#lib/principals/principal-detail.ts";
import type { PrincipalProject } from "#lib/principals/principal-summary.ts";
import { type ActivityRow, countActivity } from "./count-activity.ts";
import { findDoneTo } from "./find-done-to.ts";
import { isStsKept } from "./find-handovers.ts";
import { findNamesakes } from "./find-namesakes.ts";
import { findSessions } from "./find-sessions.ts";
import { findWorkerProjects } from "./find-worker-projects.ts";
import { localTimeSql } from "./local-time-sql.ts";
import { principalColumns, principalSchema, principalsSql } from "./principals-sql.ts";

const LATEST = 20;
const MAX_ID = 2_147_483_647;
const LISTED_SESSIONS = 100;
const DAYS = 7;
const HOURS = 24;

/**
 * A principal's dossier; null when nobody had the number as of the commit.
 * @param id our number, as in `PrincipalSummary`.
 * @param options.tz of the timeline and the week; UTC when absent.
 * @throws RequestError for what is no time zone.
 */
export async function getPrincipal(
  id: number,
  options: { tz?: string; asOf?: number } = {},
): Promise<PrincipalDetail | null> {
  if (!Number.isInteger(id) || id < 1 || id > MAX_ID) return null;
  const asOf = await resolveAsOf(options.asOf);
  const { tz = "UTC" } = options;
  const where = Prisma.sql`event.principal_ref = ${id} AND event.commit_no <= ${asOf} AND ${NOT_RELATED}`;
  const [principal] = await readRows(
    principalSchema,
    Prisma.sql`SELECT ${principalColumns} FROM ${principalsSql(asOf, id)}`,
  );
  if (!principal) return null;
  // Before the queries begin: what it refuses would leave them without anybody who waits.
  const localTime = localTimeSql(tz, { first: principal.firstSeen, last: principal.lastSeen });
  const [timeline, activity, latest, workerOf, isKept] = await Promise.all([
    eventTimeline({ filter: ALL_EVENTS, principalRef: id, tz, asOf }),
    countActivity(where, localTime),
    latestEvents(where, asOf, LATEST),
    findWorkerProjects(principal.codestarPart),
    isStsKept(asOf),
  ]);
  // The latest first; a role's own is in none of its calls.
  const arns = [...new Set([...activity.arn.items.map(({ a }) => a), principal.arn])].filter((arn) => arn !== null);
  const [sessions, doneTo, namesakes] = await Promise.all([
    findSessions(activity.session.items, { asOf, dated: LISTED_SESSIONS }),
    findDoneTo(arns, asOf),
    findNamesakes(arns, id),
  ]);
  return {
    ...principal,
    asOf,
    timeline,
    actions: mapped(activity.action, asAction),
    addresses: mapped(activity.address, asValue),
    networks: mapped(activity.network, asValue),
    userAgents: mapped(activity.agent, asValue),
    accessKeys: mapped(activity.key, asValue),
    regions: mapped(activity.region, asValue),
    accounts: mapped(activity.account, asValue),
    clients: mapped(activity.client, asValue),
    mfa: mapped(activity.mfa, asValue),
    hours: weekOf(activity.hour.items),
    projects: mapped(activity.project, asProject),
    sessions: { items: sessions.slice(0, LISTED_SESSIONS), total: activity.session.total },
    people: { items: peopleOfSessions(sessions), ofSessions: sessions.length },
    isStsKept: isKept,
    workerOf,
    latestEvents: latest,
    doneTo,
    namesakes,
  };
}

function mapped<Item>({ items, total }: Cut<ActivityRow>, map: (row: ActivityRow) => Item): Cut<Item> {
  return { items: items.map((row) => map(row)), total };
}

function asValue({ a, events, failures, firstSeen, lastSeen }: ActivityRow): ValueSpan {
  return { value: a, events, failures, firstSeen, lastSeen };
}

function asAction({ a, b, c, events, failures }: ActivityRow): ActionCount {
  return { eventSource: b ?? "", eventName: a ?? "", access: c === "write" ? "write" : "read", events, failures };
}

function asProject({ a, b, c, events, failures, firstSeen, lastSeen }: ActivityRow): PrincipalProject {
  return { account: b ?? "", region: c ?? "", id: a ?? "", events, failures, firstSeen, lastSeen };
}

/** Calls by weekday and hour; an hour without any is 0. */
function weekOf(rows: readonly ActivityRow[]): number[][] {
  const counts = new Map(rows.map(({ a, events }) => [Number(a), events]));
  return Array.from({ length: DAYS }, (_, day) =>
    Array.from({ length: HOURS }, (__, hour) => counts.get(day * HOURS + hour) ?? 0),
  );
}
