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

/** Which list of events: the order, and as of when. */
export type ListPlace = {
  /** Newest first, or turned. */
  order: "asc" | "desc";
  /** The commit number that the list is as of. */
  asOf?: number;
  /** What the timeline is stacked by; by outcome when absent. */
  by?: TimelineGrouping;
};

/** Names in the address that are the page's own: the place in the list, the open event, and how things are shown. */
export const PLACE_NAMES = ["asOf", "order", "event", "tab", "against", "by", "live", "view"] as const;

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
  const order = params.get("order");
  const place: ListPlace = { order: order === "asc" ? "asc" : "desc" };
  if (order !== null && order !== "asc" && order !== "desc") {
    problems.push({ name: "order", value: order, message: "order must be asc or desc" });
  }
  const asOf = params.get("asOf");
  if (asOf !== null && /^\d{1,15}$/.test(asOf)) place.asOf = Number(asOf);
  else if (asOf !== null) problems.push({ name: "asOf", value: asOf, message: "asOf must be a commit number" });
  const by = params.get("by");
  const grouping = TIMELINE_GROUPS.find((name) => name === by);
  if (grouping !== undefined) place.by = grouping;
  else if (by !== null) problems.push({ name: "by", value: by, message: `by must be ${TIMELINE_GROUPS.join(" or ")}` });
  return { filter, place, problems };
}

/** The address of a list. */
export function listHref(filter: EventFilter = ALL_EVENTS, place: ListPlace = { order: "desc" }): string {
  const params = eventFilterParams(filter);
  if (place.order === "asc") params.set("order", "asc");
  if (place.asOf !== undefined) params.set("asOf", String(place.asOf));
  if (place.by !== undefined) params.set("by", place.by);
  return params.size === 0 ? "/events" : `/events?${params}`;
}
