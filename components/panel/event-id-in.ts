import { readSegments } from "#components/shell/path-segment.ts";

/** The event that somebody names by its id, or by a link to its page or to where it is open; null for nothing. */
export function eventIdIn(text: string): string | null {
  const named = text.trim();
  if (!/^(https?:\/\/|\/)/.test(named)) return named === "" ? null : named;
  if (!URL.canParse(named, "http://localhost")) return named;
  const { pathname, searchParams } = new URL(named, "http://localhost");
  const [, eventId] = /^\/events\/([^/]+)$/.exec(pathname) ?? [];
  return eventId === undefined ? searchParams.get("event") : readSegments({ eventId }).eventId;
}
