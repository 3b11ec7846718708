import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";

/** A project's name; `asOf` is the latest commit when absent. */
export type ProjectPlace = { account: string; region: string; id: string; asOf?: number };

export type FoundProject = {
  ref: number;
  asOf: number;
  /** The condition on `event` that its events meet, as of the commit. */
  where: Prisma.Sql;
};

/** Our number of a project and the commit to answer as of; null when no event names it then. */
export async function findProject({ account, region, id, ...options }: ProjectPlace): Promise<FoundProject | null> {
  if (`${account}${region}${id}`.includes("\0")) return null;
  const asOf = await resolveAsOf(options.asOf);
  const [found] = await readRows(
    z.object({ ref: z.int() }),
    Prisma.sql`SELECT id AS ref FROM project
      WHERE account_id = ${account} AND region = ${region} AND project_id = ${id}
        AND EXISTS (SELECT FROM event WHERE event.project_ref = project.id AND event.commit_no <= ${asOf} AND ${NOT_RELATED})`,
  );
  if (!found) return null;
  const where = Prisma.sql`event.project_ref = ${found.ref} AND event.commit_no <= ${asOf} AND ${NOT_RELATED}`;
  return { ...found, asOf, where };
}
