import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow } from "#lib/db/read-rows.ts";
import { RequestError } from "#lib/events/request-error.ts";

/** The number of the latest ingest commit; 0 before the first. */
export async function currentCommit(): Promise<number> {
  const { no } = await readRow(
    z.object({ no: dbNumber }),
    Prisma.sql`SELECT coalesce(max(no), 0) AS no FROM ingest_commit`,
  );
  return no;
}

/**
 * The commit number to answer as of: the given one, else the latest.
 * @throws RequestError when the given one lies in the future.
 */
export async function resolveAsOf(asOf: number | undefined): Promise<number> {
  const current = await currentCommit();
  if (asOf === undefined || asOf === current) return current;
  if (Number.isSafeInteger(asOf) && asOf >= 0 && asOf < current) return asOf;
  throw new RequestError({
    name: "asOf",
    value: String(asOf),
    message: `asOf must be a commit number from 0 to ${current}`,
  });
}
