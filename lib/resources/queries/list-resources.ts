import { z } from "zod";
import { KIND_NAMES, RESOURCE_KINDS, type ResourceKind } from "#lib/codestar/resource-kind.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { containsPattern } from "#lib/events/queries/match-sql.ts";
import type { ResourceList } from "#lib/resources/resource.ts";
import { asResource } from "./as-resource.ts";
import { factsOf } from "./facts-of.ts";
import { mentionsSql, resourceColumns, resourceRowSchema, resourcesSql } from "./resources-sql.ts";

/** Of each kind, where all kinds are listed and where one is. */
const MAX_OF_EACH = 200;
const MAX_OF_ONE = 1000;
const MAX_WORDS = 10;

export type ListResourcesOptions = {
  kind?: ResourceKind;
  /** Only those whose ARN or whose creation's sentence (its name, provider, maker) has each of these words. */
  search?: string;
  /** Of each kind: 1 to 1000; 200, or 1000 of one kind, when absent. */
  limit?: number;
  asOf?: number;
};

/** All resources that events name as of a commit, by kind; the kinds in their order, those without any left out. */
export async function listResources(options: ListResourcesOptions = {}): Promise<ResourceList> {
  const { kind, limit = kind === undefined ? MAX_OF_EACH : MAX_OF_ONE } = options;
  const asOf = await resolveAsOf(options.asOf);
  const words = (options.search ?? "").split(/\s+/).filter((word) => word !== "");
  const having = words.slice(0, MAX_WORDS).map((word) => mentionsSql(containsPattern(word)));
  const types = (kind === undefined ? KIND_NAMES : [kind]).map((name) => RESOURCE_KINDS[name].type);
  const rows = await readRows(
    z.intersection(resourceRowSchema, z.object({ type: z.string(), total: dbNumber })),
    Prisma.sql`SELECT ${resourceColumns}, type, total FROM (
        SELECT *, count(*) OVER (PARTITION BY type) AS total,
          row_number() OVER (PARTITION BY type ORDER BY last_seen DESC, key COLLATE "C") AS place
        FROM ${resourcesSql({ asOf, having: Prisma.join([Prisma.sql`TRUE`, ...having], " AND ") })}
        WHERE type IN (${Prisma.join(types)})
      ) AS placed WHERE place <= ${limit} ORDER BY type, place`,
  );
  const facts = await factsOf(
    rows.map(({ key }) => key),
    asOf,
  );
  const groups = KIND_NAMES.flatMap((name) => {
    const ofKind = rows.filter(({ type }) => type === RESOURCE_KINDS[name].type);
    const [first] = ofKind;
    return first ? [{ kind: name, items: ofKind.flatMap((row) => asResource(row, facts)), total: first.total }] : [];
  });
  return { groups, total: groups.reduce((sum, { total }) => sum + total, 0), asOf };
}
