import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { storableId } from "#lib/events/queries/event-position.ts";
import { findPerson } from "#lib/principals/find-person.ts";
import type { PersonBehind } from "#lib/principals/person-behind.ts";
import { callerColumns, callerSchema } from "./caller-sql.ts";
import { findHandovers } from "./find-handovers.ts";

/** Who was behind one event as of a commit; null when there is no such event. */
export async function getEventPerson(eventId: string, options: { asOf?: number } = {}): Promise<PersonBehind | null> {
  const asOf = await resolveAsOf(options.asOf);
  const [caller] = await readRows(
    callerSchema,
    Prisma.sql`SELECT ${callerColumns} FROM event WHERE event.event_id = ${storableId(eventId)} AND event.commit_no <= ${asOf}`,
  );
  if (!caller) return null;
  const handovers = await findHandovers([caller.accessKeyId], asOf);
  return findPerson(caller, handovers.get(caller.accessKeyId ?? "") ?? []);
}
