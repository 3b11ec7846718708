import { eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import type { Facet } from "#lib/events/facet.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { fetchAnswer } from "#components/explorer/fetch-answer.ts";
import { inTurn } from "./in-turn.ts";

/** The most values that one answer may hold. */
export const MOST_VALUES = 1000;

type Question = { field: FacetName; filter: EventFilter; limit: number; asOf?: number; search?: string };

/** Many sections may be open, and each count may be long: the database is asked for two at a time, the rest waits. */
const askInTurn = inTurn(2);

/** Counts the values of a field under a filter, its own terms included, when it is its turn. */
export function askFacet(question: Question, signal: AbortSignal): Promise<Facet> {
  return askInTurn(() => askFacetAtOnce(question, signal), signal);
}

/** The same, at once: for somebody who is typing. */
export function askFacetAtOnce({ field, filter, limit, asOf, search }: Question, signal: AbortSignal): Promise<Facet> {
  const params = eventFilterParams(filter);
  params.set("field", field);
  params.set("limit", String(limit));
  if (asOf !== undefined) params.set("asOf", String(asOf));
  if (search !== undefined) params.set("search", search);
  return fetchAnswer<Facet>(`/api/facets?${params}`, { signal });
}
