import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { containsSql } from "#lib/events/queries/match-sql.ts";
import type { PrincipalList } from "#lib/principals/principal-summary.ts";
import { principalColumns, principalSchema, principalsSql } from "./principals-sql.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";

const MAX_PRINCIPALS = 1000;

export type ListPrincipalsOptions = {
  /** Only those whose name, ARN or key contains this, whatever the case. */
  search?: string;
  /** 1 to 1000, which is also what it is when absent. */
  limit?: number;
  asOf?: number;
};

/** All principals that acted as of a commit, latest activity first, then by our number. */
export async function listPrincipals(options: ListPrincipalsOptions = {}): Promise<PrincipalList> {
  const asOf = await resolveAsOf(options.asOf);
  const search = options.search?.trim() ?? "";
  const where =
    search === ""
      ? Prisma.sql`TRUE`
      : Prisma.join(
          ["name", "arn", "key"].map((column) => containsSql(column, search)),
          " OR ",
        );
  const rows = await readRows(
    z.intersection(principalSchema, z.object({ total: dbNumber })),
    Prisma.sql`SELECT ${principalColumns}, count(*) OVER () AS total FROM ${principalsSql(asOf)} WHERE ${where}
      ORDER BY last_seen DESC, id LIMIT ${options.limit ?? MAX_PRINCIPALS}`,
  );
  return { ...cutRows(rows), asOf };
}
