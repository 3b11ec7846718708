import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { readRow } from "#lib/db/read-rows.ts";

/** Whether the ledger has a log file with this number of ours. */
export async function hasLogFile(id: number): Promise<boolean> {
  const { found } = await readRow(
    z.object({ found: z.boolean() }),
    Prisma.sql`SELECT EXISTS (SELECT FROM log_file WHERE id = ${id}::bigint) AS found`,
  );
  return found;
}
