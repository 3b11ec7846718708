import type { EventFilter, TermFilterName } from "#lib/events/filter.ts";
import { parseEventFilter } from "#lib/events/filter.ts";
import type { FilterTerm } from "#lib/events/filter-term.ts";
import { invertedTerm, withRelated, withTerms } from "#components/events/edit-filter.ts";
import { readSegments } from "#components/shell/path-segment.ts";

/** What a link inside the panel does instead of leaving the page: opens another event, or narrows what the table shows. */
export type PanelLink = { open: string } | { filter: EventFilter };

/** What a link to this address does in the panel, over a table of these events; null: it leads there. */
export function panelLink(address: URL, shown: EventFilter): PanelLink | null {
  const [, eventId] = /^\/events\/([^/]+)$/.exec(address.pathname) ?? [];
  if (eventId !== undefined) return { open: readSegments({ eventId }).eventId };
  if (address.pathname !== "/events") return null;
  const { filter, problems } = parseEventFilter(address.searchParams);
  // One with times, or with a place in the list, is meant as a whole.
  if (problems.length > 0 || filter.from !== undefined || filter.to !== undefined) return null;
  return { filter: narrowedBy(shown, filter) };
}

/** A value that is included takes the place of others of its name, one that is excluded joins them. */
function narrowedBy(shown: EventFilter, by: EventFilter): EventFilter {
  let filter = shown.related === undefined && by.related !== undefined ? withRelated(shown, by.related) : shown;
  for (const [name, terms] of Object.entries(by.terms) as [TermFilterName, readonly FilterTerm[]][]) {
    for (const term of terms) {
      filter = term.isExcluded
        ? invertedTerm(filter, name, { ...term, isExcluded: false })
        : withTerms(filter, name, [...othersExcluded(filter.terms[name] ?? [], term), term]);
    }
  }
  return filter;
}

/** An event with the value is neither one without any, nor excluded by it. */
function othersExcluded(terms: readonly FilterTerm[], included: FilterTerm): FilterTerm[] {
  return terms.filter(({ isExcluded, pattern }) => isExcluded && pattern !== "*" && pattern !== included.pattern);
}
