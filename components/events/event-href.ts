import { pathSegment } from "#components/shell/path-segment.ts";

/** The page of an event; an id can hold any character. */
export function eventHref(eventId: string): string {
  return `/events/${pathSegment(eventId)}`;
}
