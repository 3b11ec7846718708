import { FAMILY_SOURCES } from "#lib/codestar/event-sources.ts";
import { KIND_NAMES, RESOURCE_KINDS, type ResourceKind } from "#lib/codestar/resource-kind.ts";
import { Prisma } from "#lib/db/prisma.ts";

/** What manages these resources; to whatever else names one, it is of use. */
const MANAGERS = FAMILY_SOURCES.filter((source) => source !== "codestar.amazonaws.com").flatMap((source) => [
  source,
  `${source}.cn`,
]);

/** Whether an action, in a query that has `action`, is one that its own service does on a kind, `type` as in its ARN. */
export function isOneOfSql(part: "created" | "deleted" | "used", type: Prisma.Sql): Prisma.Sql {
  const pairs = KIND_NAMES.flatMap((kind) =>
    RESOURCE_KINDS[kind][part].map((name) => Prisma.sql`(${RESOURCE_KINDS[kind].type}, ${name})`),
  );
  return Prisma.sql`(${type}, action.event_name) IN (${Prisma.join(pairs)})`;
}

/**
 * Whether a call that names a resource makes use of it: some of its own service's do, and all writes of other services.
 * An event rule is known only by how Notifications made it. `access` is the call's.
 */
export function isUseSql(type: Prisma.Sql, access: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(CASE WHEN ${type} = 'rule' THEN FALSE
    WHEN action.event_source IN (${Prisma.join(MANAGERS)}) THEN ${isOneOfSql("used", type)} ELSE ${access} = 'write' END)`;
}

/** Whether an event that names a resource of a kind makes use of it, other services' included. */
export function useSql(kind: ResourceKind): Prisma.Sql {
  const isUse = isUseSql(Prisma.sql`${RESOURCE_KINDS[kind].type}::text`, Prisma.sql`event.access`);
  return Prisma.sql`EXISTS (SELECT FROM action WHERE action.id = event.action_ref AND ${isUse})`;
}
