import type { EventPage } from "#lib/events/event-page.ts";
import type { EventRow } from "#lib/events/event-row.ts";

/** Rows of which the place is remembered: browsers draw no element higher than some 17 million px. */
export const MOST_KNOWN_ROWS = 300_000;

type KnownPage = {
  /** Gives the page again; null for the one that the list began with. */
  cursor: string | null;
  prevCursor: string | null;
  nextCursor: string | null;
  count: number;
  /** Null once it is far away: its place stays, its rows are fetched again on the way back. */
  events: readonly EventRow[] | null;
};

/**
 * The part of an endless list that one has been to: pages that meet, of which those near the view are held. A row's
 * index stays the same as long as the window lasts; rows before the first page have negative ones.
 */
export type RowWindow = {
  pages: readonly KnownPage[];
  /** Index of the first row that is known. */
  firstIndex: number;
  /** One past the last row that is known. */
  endIndex: number;
};

/** A window of one page. */
export function openWindow(page: EventPage): RowWindow {
  return { pages: [knownPage(null, page)], firstIndex: 0, endIndex: page.events.length };
}

const knownPage = (cursor: string | null, { events, prevCursor, nextCursor }: EventPage): KnownPage => ({
  cursor,
  prevCursor,
  nextCursor,
  count: events.length,
  events,
});

/** The cursor to what lies before all that is known; null: nothing does. */
export const prevCursorOf = ({ pages }: RowWindow): string | null => pages[0]?.prevCursor ?? null;
/** The cursor to what lies after all that is known; null: nothing does. */
export const nextCursorOf = ({ pages }: RowWindow): string | null => pages.at(-1)?.nextCursor ?? null;

/** The window with the page that a cursor gave: before, after, or in a place that was known. */
export function withPage(window: RowWindow, cursor: string, page: EventPage, most = MOST_KNOWN_ROWS): RowWindow {
  const { pages, firstIndex, endIndex } = window;
  const added = knownPage(cursor, page);
  if (cursor === nextCursorOf(window)) {
    const grown = { pages: [...pages, added], firstIndex, endIndex: endIndex + added.count };
    return withoutFirst(grown, most);
  }
  if (cursor === prevCursorOf(window)) {
    const grown = { pages: [added, ...pages], firstIndex: firstIndex - added.count, endIndex };
    return withoutLast(grown, most);
  }
  const isKnown = pages.some((known) => known.cursor === cursor);
  if (!isKnown) return window;
  return {
    ...window,
    pages: pages.map((known) => (known.cursor === cursor ? { ...known, events: page.events } : known)),
  };
}

function withoutFirst(window: RowWindow, most: number): RowWindow {
  let { pages, firstIndex } = window;
  while (window.endIndex - firstIndex > most && pages.length > 1) {
    firstIndex += pages[0]?.count ?? 0;
    pages = pages.slice(1);
  }
  return { ...window, pages, firstIndex };
}

function withoutLast(window: RowWindow, most: number): RowWindow {
  let { pages, endIndex } = window;
  while (endIndex - window.firstIndex > most && pages.length > 1) {
    endIndex -= pages.at(-1)?.count ?? 0;
    pages = pages.slice(0, -1);
  }
  return { ...window, pages, endIndex };
}

/** The window without the rows of pages that lie further than so many rows from those in view. */
export function withoutFar(window: RowWindow, view: { from: number; to: number }, distance: number): RowWindow {
  let hasChanged = false;
  const pages = placed(window).map(({ page, from, to }) => {
    const isFar = to <= view.from - distance || from >= view.to + distance;
    // The first page has no cursor that would give it again.
    if (!isFar || page.events === null || page.cursor === null) return page;
    hasChanged = true;
    return { ...page, events: null };
  });
  return hasChanged ? { ...window, pages } : window;
}

/** The cursors of what is wanted and not there: the pages among these rows, and those next to all that is known. */
export function missingCursors(window: RowWindow, wanted: { from: number; to: number }): string[] {
  const among = placed(window).flatMap(({ page, from, to }) =>
    page.events === null && page.cursor !== null && to > wanted.from && from < wanted.to ? [page.cursor] : [],
  );
  const before = wanted.from < window.firstIndex ? prevCursorOf(window) : null;
  const after = wanted.to > window.endIndex ? nextCursorOf(window) : null;
  return [...among, ...[before, after].filter((cursor) => cursor !== null)];
}

/** The event at an index; null where it isn't there (any more). */
export function eventAt(window: RowWindow, index: number): EventRow | null {
  return eventsBetween(window, index, index + 1)[0] ?? null;
}

/** The events from one index to before another; null where one isn't there (any more). */
export function eventsBetween({ pages, firstIndex }: RowWindow, from: number, to: number): (EventRow | null)[] {
  const events = Array.from<EventRow | null>({ length: Math.max(0, to - from) }).fill(null);
  let start = firstIndex;
  for (const page of pages) {
    if (start >= to) break;
    const end = start + page.count;
    for (let index = Math.max(from, start); index < Math.min(to, end); index++) {
      events[index - from] = page.events?.[index - start] ?? null;
    }
    start = end;
  }
  return events;
}

/** The index of an event among those that are there; null when it isn't. */
export function indexOf(window: RowWindow, eventId: string): number | null {
  for (const { page, from } of placed(window)) {
    const index = page.events?.findIndex((event) => event.eventId === eventId) ?? -1;
    if (index !== -1) return from + index;
  }
  return null;
}

/** How many matching events one has come to; an event that stands among them without matching is none. */
export function matchingIn(window: RowWindow, outsideId: string | null): number {
  const known = window.endIndex - window.firstIndex;
  return outsideId !== null && indexOf(window, outsideId) !== null ? known - 1 : known;
}

/** All events that are there, in their order. */
export function heldEvents({ pages }: RowWindow): EventRow[] {
  return pages.flatMap((page) => page.events ?? []);
}

/** The pages, each with the index of its first row and one past its last. */
function placed({ pages, firstIndex }: RowWindow): { page: KnownPage; from: number; to: number }[] {
  let to = firstIndex;
  return pages.map((page) => {
    const from = to;
    to += page.count;
    return { page, from, to };
  });
}
