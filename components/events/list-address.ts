import {
  ALL_EVENTS,
  eventFilterParams,
  parseEventFilter,
  type EventFilter,
  type FilterProblem,
} from "#lib/events/filter.ts";
import { TIMELINE_GROUPS, type TimelineGrouping } from "#lib/events/timeline.ts";

/** What Next hands to a page of its query. */
export type PageSearch = Record<string, string | string[] | undefined>;

/** Where in a list of events one is. */
export type ListPlace = {
  /** Opaque, from the page before or after. */
  cursor?: string;
  /** Counted from the end: the list is read from its oldest event. */
  isFromEnd: boolean;
  /** The commit number that the list is as of. */
  asOf?: number;
  /** What the timeline is stacked by; by outcome when absent. */
  by?: TimelineGrouping;
};

/** Names in the address that are the page's own: the place in the list, the open event, and how things are shown. */
export const PLACE_NAMES = ["cursor", "at", "asOf", "order", "event", "tab", "against", "by", "live", "view"] as const;

/** A page's query as parameters, repeated names kept. */
export function searchParamsOf(search: PageSearch): URLSearchParams {
  const pairs = Object.entries(search).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value]));
  return new URLSearchParams(pairs);
}

/** The filter and the place that an address of the list means; what isn't understood is a problem and left out. */
export function readListAddress(params: URLSearchParams): {
  filter: EventFilter;
  place: ListPlace;
  problems: FilterProblem[];
} {
  const { filter, problems } = parseEventFilter(params, PLACE_NAMES);
  const place: ListPlace = { isFromEnd: params.get("at") === "end", cursor: params.get("cursor") ?? undefined };
  const asOf = params.get("asOf");
  if (asOf !== null && /^\d{1,15}$/.test(asOf)) place.asOf = Number(asOf);
  else if (asOf !== null) problems.push({ name: "asOf", value: asOf, message: "asOf must be a commit number" });
  const by = params.get("by");
  const grouping = TIMELINE_GROUPS.find((name) => name === by);
  if (grouping !== undefined) place.by = grouping;
  else if (by !== null) problems.push({ name: "by", value: by, message: `by must be ${TIMELINE_GROUPS.join(" or ")}` });
  return { filter, place, problems };
}

/** The address of a place in the list. */
export function listHref(filter: EventFilter = ALL_EVENTS, place: ListPlace = { isFromEnd: false }): string {
  const params = eventFilterParams(filter);
  if (place.isFromEnd) params.set("at", "end");
  if (place.asOf !== undefined) params.set("asOf", String(place.asOf));
  if (place.by !== undefined) params.set("by", place.by);
  if (place.cursor !== undefined) params.set("cursor", place.cursor);
  return params.size === 0 ? "/events" : `/events?${params}`;
}
