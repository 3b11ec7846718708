import type { Prisma } from "#lib/db/prisma.ts";
import type { FoundOptions } from "./found-sql.ts";
import { newPlacesSql } from "./new-places-sql.ts";

/** Kind `new-network`: the first call of a principal from each network but its first. */
export function newNetwork(options: FoundOptions): Prisma.Sql {
  return newPlacesSql("network", options);
}
