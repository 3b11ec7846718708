/** The page of an event; an id can hold any character. */
export function eventHref(eventId: string): string {
  return `/events/${encodeURIComponent(eventId.toWellFormed())}`;
}
