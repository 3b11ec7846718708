import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import type { ProjectList } from "#lib/projects/project.ts";
import { projectColumns, projectSchema, projectsSql } from "./projects-sql.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";

const MAX_PROJECTS = 1000;

/**
 * All projects that events name as of a commit, latest activity first.
 * @param options.limit 1 to 1000, which is also what it is when absent.
 */
export async function listProjects(options: { limit?: number; asOf?: number } = {}): Promise<ProjectList> {
  const asOf = await resolveAsOf(options.asOf);
  const rows = await readRows(
    z.intersection(projectSchema, z.object({ total: dbNumber })),
    Prisma.sql`SELECT ${projectColumns}, count(*) OVER () AS total FROM ${projectsSql(asOf)}
      ORDER BY last_seen DESC, account COLLATE "C", region COLLATE "C", id COLLATE "C" LIMIT ${options.limit ?? MAX_PROJECTS}`,
  );
  return { ...cutRows(rows), asOf };
}
