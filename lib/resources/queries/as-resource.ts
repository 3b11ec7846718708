import { namedResource } from "#lib/codestar/resource-kind.ts";
import type { Resource, ResourceFacts, ResourceState } from "#lib/resources/resource.ts";
import type { ResourceRow } from "./resources-sql.ts";

const NO_FACTS: ResourceFacts = { name: null, provider: null, endpoint: null, watched: null, hostKey: null };

/** A row with what records say of it; none when its key is of no kind that has a page. */
export function asResource(row: ResourceRow, facts: ReadonlyMap<string, ResourceFacts>): Resource[] {
  const named = namedResource(row.key);
  if (!named) return [];
  const { events, failures, writes, uses, firstSeen, lastSeen, lastUsed } = row;
  const own = facts.get(row.key) ?? NO_FACTS;
  // A connection through a host has its provider from there.
  const provider = own.provider ?? (own.hostKey === null ? null : (facts.get(own.hostKey)?.provider ?? null));
  const counts = { events, failures, writes, uses, firstSeen, lastSeen, lastUsed };
  return [{ ...named, ...own, provider, state: stateOf(row), ...counts }];
}

function stateOf({ isConfirmed, isDeleted, isCreated, uses }: ResourceRow): ResourceState {
  if (!isConfirmed) return "unconfirmed";
  if (isDeleted) return "deleted";
  if (uses > 0) return "used";
  return isCreated ? "created" : "seen";
}
