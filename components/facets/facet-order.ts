import type { FacetName } from "#lib/events/fields.ts";

/** The sections at the side, from above; how many rows each probably has stands in for them until they are counted. */
export const FACET_ORDER = [
  { name: "project", rows: 10 },
  { name: "principal", rows: 10 },
  { name: "action", rows: 10 },
  { name: "source", rows: 4 },
  { name: "account", rows: 3 },
  { name: "region", rows: 5 },
  { name: "access", rows: 2 },
  { name: "outcome", rows: 2 },
  { name: "error", rows: 5 },
  { name: "ip", rows: 10 },
  { name: "key", rows: 10 },
  { name: "resource", rows: 10 },
  { name: "subject", rows: 10 },
] as const satisfies readonly { name: FacetName; rows: number }[];

/** Whether a text is the name of a section. */
export function isFacetName(text: string): text is FacetName {
  return FACET_ORDER.some(({ name }) => name === text);
}
