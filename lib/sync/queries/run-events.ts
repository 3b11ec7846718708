import { Prisma } from "#lib/db/prisma.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { latestEvents } from "#lib/events/queries/latest-events.ts";
import type { RunCommits } from "./run-commits.ts";

/** The newest of the events that a pass brought in. Passes come one after the other: so do their commits. */
export async function runEvents({ first, last }: Pick<RunCommits, "first" | "last">, limit = 10): Promise<EventRow[]> {
  if (first === null || last === null) return [];
  return latestEvents(Prisma.sql`event.commit_no BETWEEN ${first} AND ${last}`, last, limit);
}
