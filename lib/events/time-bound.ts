import { TIME_LIMITS } from "./time-limits.ts";

const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?<zone>Z| ?[+ -]\d\d(?::?\d\d)?)?)?$/i;
const RELATIVE = /^-(?<count>\d{1,5})(?<unit>[smhdwMy])$/;
const UNIT_MS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * The instant that a `from` or `to` means: ISO 8601 (a date is its midnight; without an offset it is UTC) or relative
 * to now: `-` and a number of `s`, `m`, `h`, `d`, `w`, `M` (months) or `y`.
 * What lies before year 1 means its beginning, for no event is older.
 * @returns null when it is neither, or after year 9999.
 */
export function parseTimeBound(text: string, now: Date): Date | null {
  const time = relativeTime(text, now) ?? isoTime(text);
  // An offset can lead into year 10000.
  if (time === null || Number.isNaN(time) || time > TIME_LIMITS.last) return null;
  return new Date(Math.max(time, TIME_LIMITS.first));
}

function relativeTime(text: string, now: Date): number | null {
  const match = RELATIVE.exec(text)?.groups;
  if (!match) return null;
  const count = Number(match.count);
  const unit = match.unit ?? "";
  const unitMs = UNIT_MS[unit];
  if (unitMs !== undefined) return now.getTime() - count * unitMs;
  return monthsBefore(now, unit === "y" ? count * 12 : count);
}

/** The same day and time months ago, or that month's last day where it is shorter. */
function monthsBefore(now: Date, months: number): number {
  const day = now.getUTCDate();
  const time = new Date(now);
  time.setUTCDate(1);
  time.setUTCMonth(time.getUTCMonth() - months);
  const lastDay = new Date(0);
  lastDay.setUTCFullYear(time.getUTCFullYear(), time.getUTCMonth() + 1, 0);
  time.setUTCDate(Math.min(day, lastDay.getUTCDate()));
  return time.getTime();
}

function isoTime(text: string): number | null {
  const match = ISO.exec(text)?.groups;
  if (!match) return null;
  const date = `${match.year}-${match.month}-${match.day}`;
  // Date.parse takes 31 February for 2 March.
  if (!new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date)) return null;
  // A plus sign that nobody percent-encoded arrives as a space; pages write one before the offset.
  const zone = (match.zone ?? "Z")
    .toUpperCase()
    .replace(/^ (?=[+ -])/, "")
    .replace(" ", "+");
  const offset = zone === "Z" ? zone : `${zone.slice(0, 3)}:${zone.slice(3).replace(":", "") || "00"}`;
  const fraction = (match.fraction ?? "").padEnd(3, "0").slice(0, 3);
  return Date.parse(
    `${date}T${match.hour ?? "00"}:${match.minute ?? "00"}:${match.second ?? "00"}.${fraction}${offset}`,
  );
}
