import { z } from "zod";
import { parseEventRecord, type EventRecord } from "#lib/cloudtrail/event-record.ts";
import { namedResource } from "#lib/codestar/resource-kind.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import { resourceFacts, TELLING_ACTIONS } from "#lib/resources/resource-facts.ts";
import type { ResourceFacts } from "#lib/resources/resource.ts";

/** Longer records are none of these actions' own. */
const MAX_RECORD_BYTES = 65_536;

const LOOKS = TELLING_ACTIONS["repository-link"].filter((name) => name.startsWith("Get"));
const WRITES = Object.values(TELLING_ACTIONS)
  .flat()
  .filter((name) => !LOOKS.some((look) => look === name));

/** What records say of resources and of the hosts that connections go through, by key. */
export async function factsOf(keys: readonly string[], asOf: number): Promise<Map<string, ResourceFacts>> {
  const facts = await read(keys, WRITES, asOf);
  const hosts = [...facts.values()].flatMap(({ hostKey }) => hostKey ?? []).filter((key) => !facts.has(key));
  // Look-ups are many: they are asked only of what nothing else names.
  const unnamed = keys.filter((key) => facts.get(key)?.name === null && namedResource(key)?.kind === "repository-link");
  const more = await Promise.all([read([...new Set(hosts)], WRITES, asOf), read(unnamed, LOOKS, asOf)]);
  for (const [key, of] of more.flatMap((found) => [...found])) facts.set(key, of);
  return facts;
}

/** The newest record of each of these actions is read, in the order of time. */
async function read(
  keys: readonly string[],
  names: readonly string[],
  asOf: number,
): Promise<Map<string, ResourceFacts>> {
  if (keys.length === 0) return new Map();
  const rows = await readRows(
    z.object({ key: z.string(), record: z.string() }),
    Prisma.sql`SELECT newest.key, event_record.record::text AS record FROM (
        SELECT DISTINCT ON (named.key, event.action_ref) named.key, event.event_id, event.event_time
        FROM event CROSS JOIN unnest(event.resource_keys) AS named (key)
        WHERE event.action_ref IN (SELECT id FROM action WHERE event_name IN (${Prisma.join([...names])}))
          AND event.resource_keys && ${keys}::text[] AND named.key = ANY(${keys})
          AND event.outcome = 'success' AND event.commit_no <= ${asOf} AND ${NOT_RELATED}
        ORDER BY named.key, event.action_ref, event.event_time DESC, event.event_id DESC
      ) AS newest JOIN event_record ON event_record.event_id = newest.event_id
      WHERE octet_length(event_record.record::text) <= ${MAX_RECORD_BYTES}
      ORDER BY newest.event_time DESC, newest.event_id DESC`,
  );
  const records = new Map<string, EventRecord[]>();
  for (const row of rows) {
    const record = parseEventRecord(JSON.parse(row.record));
    if (record) records.set(row.key, [...(records.get(row.key) ?? []), record]);
  }
  return new Map(
    keys.flatMap((key) => {
      const named = namedResource(key);
      return named ? [[key, resourceFacts(named, records.get(key) ?? [])] as const] : [];
    }),
  );
}
