import { type EventFilter, parseEventFilter } from "#lib/events/filter.ts";

/** The filter that a link leads to; null for one to another page, or that says more than a filter: a list of its own. */
export function listLink(address: URL): EventFilter | null {
  if (address.pathname !== "/events") return null;
  const { filter, problems } = parseEventFilter(address.searchParams);
  return problems.length > 0 ? null : filter;
}
