import type { Prisma } from "#lib/db/prisma.ts";
import type { FoundOptions } from "./found-sql.ts";
import { newPlacesSql } from "./new-places-sql.ts";

/** Kind `new-address`: the first call of a principal from each address but the first of its network. */
export function newAddress(options: FoundOptions): Prisma.Sql {
  return newPlacesSql("address", options);
}
