import { z } from "zod";
import { namedResource, RESOURCE_KINDS } from "#lib/codestar/resource-kind.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import type { Cut } from "#lib/events/activity.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { parseEventFilter } from "#lib/events/filter.ts";
import { literalPattern } from "#lib/events/filter-term.ts";
import { actionCounts } from "#lib/events/queries/action-counts.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import { latestEvents } from "#lib/events/queries/latest-events.ts";
import type { ResourceDetail } from "#lib/resources/resource-detail.ts";
import { asResource } from "./as-resource.ts";
import { factsOf } from "./facts-of.ts";
import { partsOf } from "./parts-of.ts";
import { projectsOf } from "./projects-of.ts";
import { resourceColumns, resourceRowSchema, resourcesSql } from "./resources-sql.ts";
import { storyOf } from "./story-of.ts";
import { useSql } from "./use-sql.ts";
import { usersOf } from "./users-of.ts";

const MAX_LISTED = 100;
const LATEST_USES = 20;

/**
 * A resource's page; null when no event named it as of the commit, or the text is no ARN of a kind that has a page.
 * @param arn in either spelling.
 * @param options.tz of the timeline; UTC when absent.
 */
export async function getResource(
  arn: string,
  options: { tz?: string; asOf?: number } = {},
): Promise<ResourceDetail | null> {
  const asOf = await resolveAsOf(options.asOf);
  const named = namedResource(arn);
  if (!named) return null;
  const { key, kind } = named;
  const [row] = await readRows(
    resourceRowSchema,
    Prisma.sql`SELECT ${resourceColumns} FROM ${resourcesSql({ asOf, key })}`,
  );
  if (!row) return null;
  const naming = Prisma.sql`event.resource_keys @> ARRAY[${key}::text] AND event.commit_no <= ${asOf}`;
  const uses = Prisma.sql`${naming} AND ${useSql(kind)}`;
  const { filter } = parseEventFilter(new URLSearchParams({ resource: literalPattern(key) }));
  const others = Prisma.sql`${naming} AND ${NOT_RELATED} AND NOT ${useSql(kind)}`;
  const changes = Prisma.sql`${others} AND event.access = 'write'`;
  const lookUps = Prisma.sql`${others} AND event.access = 'read'`;

  const facts = await factsOf([key], asOf);
  const [resource] = asResource(row, facts);
  if (!resource) return null;
  const users = await usersOf(uses, MAX_LISTED);
  const [timeline, created, deleted, changed, latestUses, usedThrough, projects, looked, parts, story] =
    await Promise.all([
      eventTimeline({ filter, tz: options.tz, asOf }),
      endOf(naming, RESOURCE_KINDS[kind].created, asOf),
      endOf(naming, RESOURCE_KINDS[kind].deleted, asOf),
      cutEvents(changes, asOf, MAX_LISTED),
      cutEvents(uses, asOf, LATEST_USES),
      actionCounts(uses, MAX_LISTED),
      projectsOf(resource, { naming, users: users.items }, MAX_LISTED),
      count(lookUps),
      partsOf(key, naming, asOf, MAX_LISTED),
      storyOf(resource, naming, asOf),
    ]);
  const ends = { created, deleted };
  const used = { latestUses, usedThrough, users, projects };
  return { ...resource, asOf, timeline, ...ends, changes: changed, ...used, lookUps: looked, parts, ...story };
}

/** The newest success of such an action; ids aren't given twice, so that it's the only one. */
async function endOf(naming: Prisma.Sql, names: readonly string[], asOf: number): Promise<EventRow | null> {
  if (names.length === 0) return null;
  const [event] = await latestEvents(
    Prisma.sql`${naming} AND ${NOT_RELATED} AND event.outcome = 'success'
      AND event.action_ref IN (SELECT id FROM action WHERE event_name IN (${Prisma.join([...names])}))`,
    asOf,
    1,
  );
  return event ?? null;
}

async function cutEvents(where: Prisma.Sql, asOf: number, limit: number): Promise<Cut<EventRow>> {
  const [items, total] = await Promise.all([latestEvents(where, asOf, limit), count(where)]);
  return { items, total };
}

async function count(where: Prisma.Sql): Promise<number> {
  const { n } = await readRow(z.object({ n: dbNumber }), Prisma.sql`SELECT count(*) AS n FROM event WHERE ${where}`);
  return n;
}
