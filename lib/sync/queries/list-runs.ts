import { Prisma } from "#lib/db/prisma.ts";
import { runRows, type SyncRun } from "./run-rows.ts";

/** Passes, newest first; `before` continues below the id of the last one seen. */
export async function listRuns(options: { limit?: number; before?: number } = {}): Promise<SyncRun[]> {
  const { limit = 20, before } = options;
  return runRows(before === undefined ? Prisma.sql`true` : Prisma.sql`r.id < ${before}`, limit);
}
