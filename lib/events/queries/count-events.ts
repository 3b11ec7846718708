import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow } from "#lib/db/read-rows.ts";
import type { EventCounts } from "#lib/events/event-counts.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { resolveAsOf } from "./current-commit.ts";
import { eventCountsSql } from "./event-counts-sql.ts";

/**
 * How many events match, exactly.
 * @param options.newerThan counts only what was ingested after this commit number ("12 new events").
 */
export async function countEvents(options: {
  filter: EventFilter;
  asOf?: number;
  newerThan?: number;
  now?: Date;
}): Promise<EventCounts> {
  const asOf = await resolveAsOf(options.asOf);
  const { sql: counted } = await eventCountsSql(options.filter, {
    asOf,
    now: options.now ?? new Date(),
    newerThan: options.newerThan,
    timeStep: "none",
  });
  const counts = await readRow(
    z.object({ events: dbNumber, failures: dbNumber, writes: dbNumber }),
    Prisma.sql`SELECT coalesce(sum(n), 0)::bigint AS events,
        coalesce(sum(n) FILTER (WHERE outcome = 'failure'), 0)::bigint AS failures,
        coalesce(sum(n) FILTER (WHERE access = 'write'), 0)::bigint AS writes
      FROM ${counted} AS counted`,
  );
  return { ...counts, asOf };
}
