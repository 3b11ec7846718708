import { formatTime } from "./format-time.ts";

/** A bound of a time range as it is shown: a relative one as written, an instant in the one form. */
export function boundText(bound: string, timeZone: string): string {
  if (bound.startsWith("-")) return bound;
  const iso = /^\d{4}-\d\d-\d\d$/.test(bound)
    ? `${bound}T00:00:00Z`
    : bound.replace(" ", "T").replace(/T(\S+) ([+-])/, "T$1$2");
  return Number.isNaN(Date.parse(iso)) ? bound : formatTime(new Date(iso).toISOString(), timeZone);
}
