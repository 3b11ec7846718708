import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import type { OnlyRelated } from "#lib/principals/only-related.ts";

const MAX_ID = 2_147_483_647;

/**
 * Who has the number and did nothing in CodeStar, only what is kept because it belongs to a project; else null.
 * @param id our number, as in `PrincipalSummary`.
 */
export async function findOnlyRelated(id: number): Promise<OnlyRelated | null> {
  if (!Number.isInteger(id) || id < 1 || id > MAX_ID) return null;
  const asOf = await resolveAsOf(undefined);
  const [found] = await readRows(
    z.object({ key: z.string(), name: z.string(), events: dbNumber }),
    Prisma.sql`SELECT principal.key, principal.name, count(*) AS events
      FROM event JOIN principal ON principal.id = event.principal_ref
      WHERE event.principal_ref = ${id} AND event.commit_no <= ${asOf}
      GROUP BY principal.key, principal.name HAVING bool_and(event.is_related)`,
  );
  return found ?? null;
}
