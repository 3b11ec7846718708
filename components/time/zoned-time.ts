import { instantOfLocal, isoInZone } from "#lib/events/time-zone.ts";

const LOCAL = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d))?)?$/;

/**
 * What somebody typed as a time of the zone they look at, with its offset: `2024-07-31 14:05` in Berlin becomes
 * `2024-07-31T14:05:00+02:00`. What has an offset already, is relative or isn't a time comes back trimmed.
 */
export function zonedTime(text: string, timeZone: string): string {
  const typed = text.trim();
  const [, date, minutes = "00:00", seconds = "00"] = LOCAL.exec(typed) ?? [];
  if (date === undefined) return typed;
  const local = Date.parse(`${date}T${minutes}:${seconds}Z`);
  // Date.parse takes 30 February for 1 March.
  const isDate = !Number.isNaN(local) && new Date(local).toISOString().startsWith(date);
  return isDate ? isoInZone(instantOfLocal(local, timeZone), timeZone) : typed;
}
