import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";

type Namesake = { id: number; name: string; key: string };

/** Principals whose newest ARN is one of these, but for one of them. */
export function findNamesakes(arns: readonly string[], except: number | null = null): Promise<Namesake[]> {
  const texts = arns.filter((arn) => !arn.includes("\0"));
  return readRows(
    z.object({ id: z.int(), name: z.string(), key: z.string() }),
    Prisma.sql`SELECT id, name, key FROM principal WHERE arn = ANY(${texts}) AND id IS DISTINCT FROM ${except}::int ORDER BY key COLLATE "C" LIMIT 20`,
  );
}
