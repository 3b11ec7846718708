import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRow, readRows } from "#lib/db/read-rows.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import type { Handover } from "#lib/principals/person-behind.ts";
import { callerColumns, callerSchema } from "./caller-sql.ts";

/** Roles that take on roles: further than this nobody follows. */
const MAX_HOPS = 5;

const rowSchema = callerSchema.extend({
  issuedKeyId: z.string(),
  eventId: z.string(),
  eventTime: z.string(),
  eventName: z.string(),
});

/**
 * The STS calls that handed out access keys, by key: the one that handed it out, then the one that handed out that
 * caller's key, and so on, never the same twice. Keys of which no such call is kept are left out.
 */
export async function findHandovers(keys: readonly (string | null)[], asOf: number): Promise<Map<string, Handover[]>> {
  const byKey = new Map<string, Handover>();
  let wanted = [...new Set(keys.filter((key) => key !== null))];
  for (let hop = 0; hop < MAX_HOPS && wanted.length > 0; hop++) {
    const found = await issuing(wanted, asOf);
    for (const { issuedKeyId, handover } of found) byKey.set(issuedKeyId, handover);
    wanted = found.flatMap(({ handover }) => handover.caller.accessKeyId ?? []).filter((key) => !byKey.has(key));
  }
  const chains = new Map<string, Handover[]>();
  for (const key of keys) {
    const chain = key === null ? [] : chainFrom(key, byKey);
    if (key !== null && chain.length > 0) chains.set(key, chain);
  }
  return chains;
}

/** Whether calls that hand out keys are kept at all. */
export async function isStsKept(asOf: number): Promise<boolean> {
  const { isKept } = await readRow(
    z.object({ isKept: z.boolean() }),
    Prisma.sql`SELECT EXISTS (SELECT FROM event WHERE event.issued_key_id IS NOT NULL AND event.commit_no <= ${asOf} AND ${NOT_RELATED}) AS "isKept"`,
  );
  return isKept;
}

function chainFrom(key: string, byKey: ReadonlyMap<string, Handover>): Handover[] {
  const chain: Handover[] = [];
  const seen = new Set<string>();
  let next: string | null = key;
  while (next !== null && !seen.has(next) && chain.length < MAX_HOPS) {
    seen.add(next);
    const handover: Handover | undefined = byKey.get(next);
    if (!handover) break;
    chain.push(handover);
    next = handover.caller.accessKeyId;
  }
  return chain;
}

/**
 * A call into another account is recorded in both; the caller's own account says more of who called. What is kept for a
 * project's mark alone tells it as well: somebody took on one of the project's roles.
 */
async function issuing(keys: readonly string[], asOf: number): Promise<{ issuedKeyId: string; handover: Handover }[]> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT DISTINCT ON (event.issued_key_id) event.issued_key_id AS "issuedKeyId", event.event_id AS "eventId",
        ${isoTimeSql(Prisma.sql`event.event_time`)} AS "eventTime", action.event_name AS "eventName", ${callerColumns}
      FROM event JOIN action ON action.id = event.action_ref
      WHERE event.issued_key_id = ANY(${keys}) AND event.commit_no <= ${asOf}
      ORDER BY event.issued_key_id, event.principal_type = 'AWSAccount', event.event_time, event.event_id COLLATE "C"`,
  );
  return rows.map(({ issuedKeyId, eventId, eventTime, eventName, ...caller }) => ({
    issuedKeyId,
    handover: { eventId, eventTime, eventName, caller },
  }));
}
