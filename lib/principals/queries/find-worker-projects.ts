import { z } from "zod";
import type { CodestarPart } from "#lib/codestar/codestar-part-of.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";

type ProjectName = { account: string; region: string; id: string };

/**
 * The known projects that a `CodeStarWorker-<id>-…` role works for: those with the longest id that its name begins
 * with, confirmed ones before others: anybody may name a project that isn't there. Roles have no region, so there may be
 * one in each.
 */
export async function findWorkerProjects(part: CodestarPart | null): Promise<ProjectName[]> {
  if (part?.kind !== "worker") return [];
  return readRows(
    z.object({ account: z.string(), region: z.string(), id: z.string() }),
    Prisma.sql`SELECT account_id AS account, region, project_id AS id FROM (
        SELECT project.*, rank() OVER (ORDER BY is_confirmed IS TRUE DESC, length(project_id) DESC) AS rank FROM project
        WHERE account_id = ${part.accountId} AND starts_with(${part.mark}, project_id || '-')
      ) AS matching WHERE rank = 1 ORDER BY region`,
  );
}
