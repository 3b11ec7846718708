import { z } from "zod";
import { RELATED_REASONS, type RelatedReason } from "#lib/codestar/related-reasons.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";
import { latestEvents } from "#lib/events/queries/latest-events.ts";
import type { RelatedActivity, RelatedCount } from "#lib/projects/related-activity.ts";

const MAX_COUNTS = 100;
const LATEST = 20;
const reasonSchema = z.string().refine((text): text is RelatedReason => Object.hasOwn(RELATED_REASONS, text));

export type GetRelatedActivityOptions = {
  account: string;
  region: string;
  id: string;
  /** Without it, only how many there are. */
  isShown: boolean;
  asOf?: number;
};

/**
 * What other services did for a project, by its marks. Those records are in no count of the project's own; where their
 * event source is kept, they are events like any other besides.
 */
export async function getRelatedActivity({ isShown, ...options }: GetRelatedActivityOptions): Promise<RelatedActivity> {
  const { account, region, id } = options;
  const asOf = await resolveAsOf(options.asOf);
  if (`${account}${region}${id}`.includes("\0")) return { asOf, events: 0, shown: null };
  const where = Prisma.sql`event.commit_no <= ${asOf} AND event.related_project_ref = (
    SELECT id FROM project WHERE account_id = ${account} AND region = ${region} AND project_id = ${id})`;
  const { events } = await readRow(
    z.object({ events: dbNumber }),
    Prisma.sql`SELECT count(*) AS events FROM event WHERE ${where}`,
  );
  if (!isShown) return { asOf, events, shown: null };
  const [counts, latest] = await Promise.all([
    readRows(
      countSchema,
      Prisma.sql`SELECT event.related_reason AS reason, action.event_source AS "eventSource", action.event_name AS "eventName",
          event.access, count(*) AS events, count(*) FILTER (WHERE event.outcome = 'failure') AS failures,
          count(*) OVER () AS total
        FROM event JOIN action ON action.id = event.action_ref WHERE ${where}
        GROUP BY 1, 2, 3, 4
        ORDER BY events DESC, action.event_source COLLATE "C", action.event_name COLLATE "C", event.related_reason COLLATE "C",
          event.access LIMIT ${MAX_COUNTS}`,
    ),
    latestEvents(where, asOf, LATEST),
  ]);
  return { asOf, events, shown: { counts: cutRows(counts), latestEvents: latest } };
}

const countSchema: z.ZodType<RelatedCount & { total: number }> = z.object({
  reason: reasonSchema,
  eventSource: z.string(),
  eventName: z.string(),
  access: z.enum(["read", "write"]),
  events: dbNumber,
  failures: dbNumber,
  total: dbNumber,
});
