import { z } from "zod";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import type { ResourceDetail } from "#lib/resources/resource-detail.ts";
import { resourceStory, type StoryEvent } from "#lib/resources/resource-story.ts";
import type { Resource } from "#lib/resources/resource.ts";

/** The newest are read. */
const MAX_EVENTS = 1000;
/** An address of a target or a stack may have been used often; the newest removals are looked at. */
const MAX_ENDS = 200;
/** What has tags, targets or syncs in it. */
const TELLING = [
  "CreateConnection",
  "CreateHost",
  "CreateRepositoryLink",
  "CreateNotificationRule",
  "UpdateNotificationRule",
  "Subscribe",
  "Unsubscribe",
  "TagResource",
  "UntagResource",
  "CreateSyncConfiguration",
  "UpdateSyncConfiguration",
];

const rowSchema = z.object({
  eventId: z.string(),
  eventTime: z.string(),
  principalName: z.string(),
  record: z.string(),
  total: dbNumber,
});
type Story = Pick<ResourceDetail, "story" | "spellings" | "storyEvents">;

/** What successful events tell of a resource over time. `naming` is the condition on events that name it. */
export async function storyOf(resource: Resource, naming: Prisma.Sql, asOf: number): Promise<Story> {
  const [own, ends, written] = await Promise.all([
    eventsOf(naming, TELLING, MAX_EVENTS),
    endsOf(resource, asOf),
    spellingsOf(resource.key, naming),
  ]);
  const { spellings, ...story } = resourceStory(resource.key, [...own.events, ...ends]);
  return {
    story,
    spellings: [...new Set([...written, ...spellings])].toSorted(),
    storyEvents: { read: own.events.length, total: own.total },
  };
}

/** Removals that don't name what they are removed from: of a rule's targets by address, of a link's syncs by stack. */
async function endsOf({ kind, account, region }: Resource, asOf: number): Promise<StoryEvent[]> {
  const names = kind === "repository-link" ? ["DeleteSyncConfiguration"] : ["DeleteTarget"];
  if (kind !== "repository-link" && kind !== "notification-rule") return [];
  const here = Prisma.sql`event.account_id = ${account} AND event.region = ${region} AND event.commit_no <= ${asOf}`;
  return (await eventsOf(here, names, MAX_ENDS)).events;
}

async function eventsOf(
  where: Prisma.Sql,
  names: readonly string[],
  limit: number,
): Promise<{ events: StoryEvent[]; total: number }> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT newest.event_id AS "eventId", ${isoTimeSql(Prisma.sql`newest.event_time`)} AS "eventTime",
        newest.principal_name AS "principalName", event_record.record::text AS record, newest.total
      FROM (
        SELECT event.event_id, event.event_time, event.principal_name, count(*) OVER () AS total
        FROM event WHERE ${where} AND ${NOT_RELATED} AND event.outcome = 'success'
          AND event.action_ref IN (SELECT id FROM action WHERE event_name IN (${Prisma.join([...names])}))
        ORDER BY event.event_time DESC, event.event_id DESC LIMIT ${limit}
      ) AS newest JOIN event_record ON event_record.event_id = newest.event_id`,
  );
  // The JSON is the record as delivered, which Postgres' own operators may choke on.
  const events = rows.flatMap(({ eventId, eventTime, principalName, record }) => {
    const parsed = parseEventRecord(JSON.parse(record));
    return parsed ? [{ eventId, eventTime, principalName, record: parsed }] : [];
  });
  return { events, total: rows[0]?.total ?? 0 };
}

/** As the events' own column has it: there are two at most. */
async function spellingsOf(key: string, naming: Prisma.Sql): Promise<string[]> {
  const rows = await readRows(
    z.object({ arn: z.string() }),
    Prisma.sql`SELECT DISTINCT event.resource_arn AS arn FROM event
      WHERE ${naming} AND replace(event.resource_arn, ':codestar-connections:', ':codeconnections:') = ${key}
      LIMIT 100`,
  );
  return rows.map(({ arn }) => arn);
}
