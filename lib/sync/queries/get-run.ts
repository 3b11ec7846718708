import { Prisma } from "#lib/db/prisma.ts";
import { runRows, type SyncRun } from "./run-rows.ts";

/** One pass by its id, or null. */
export async function getRun(id: number): Promise<SyncRun | null> {
  return (await runRows(Prisma.sql`r.id = ${id}`, 1))[0] ?? null;
}
