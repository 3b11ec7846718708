const WEEK_MS = 604_800_000;
const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether the name is a time zone that this machine knows (IANA name or UTC offset). */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What a zone's clocks are ahead of UTC at an instant, in ms. */
export function offsetAt(timeMs: number, tz: string): number {
  if (tz === "UTC") return 0;
  const text = formatterOf(tz).format(timeMs);
  const match = /GMT(?:(?<sign>[+-])(?<hours>\d\d?)(?::(?<minutes>\d\d)(?::(?<seconds>\d\d))?)?)?$/.exec(text)?.groups;
  const seconds = Number(match?.hours ?? 0) * 3600 + Number(match?.minutes ?? 0) * 60 + Number(match?.seconds ?? 0);
  return (match?.sign === "-" ? -1000 : 1000) * seconds || 0;
}

/** The instants in (from, to] at which the zone's offset changes. */
export function offsetChanges(fromMs: number, toMs: number, tz: string): number[] {
  const changes: number[] = [];
  if (tz === "UTC") return changes;
  for (let start = fromMs; start < toMs; start += WEEK_MS) {
    const change = changeBetween(start, Math.min(start + WEEK_MS, toMs), tz);
    if (change !== null) changes.push(change);
  }
  return changes;
}

/**
 * The first instant at which the zone's clocks show at least a local time (ms, as if it were UTC): a time that a
 * change skips begins at the change, one that comes twice at the first.
 */
export function instantOfLocal(localMs: number, tz: string): number {
  const before = offsetAt(localMs - DAY_MS, tz);
  const after = offsetAt(localMs + DAY_MS, tz);
  const candidates = [before, after]
    .filter((offset) => offsetAt(localMs - offset, tz) === offset)
    .map((offset) => localMs - offset);
  if (candidates.length > 0) return Math.min(...candidates);
  return changeBetween(localMs - Math.max(before, after), localMs - Math.min(before, after), tz) ?? localMs - before;
}

/** ISO 8601 with the zone's offset at that instant; `Z` in UTC, and where the zone's own clocks can't be written. */
export function isoInZone(timeMs: number, tz: string): string {
  const offset = offsetAt(timeMs, tz);
  const minutes = Math.abs(offset) / 60_000;
  // Before standard time zones offsets had seconds, which ISO 8601 can't say.
  if (tz === "UTC" || !Number.isInteger(minutes)) return new Date(timeMs).toISOString().replace(".000Z", "Z");
  const local = new Date(timeMs + offset).toISOString().replace(/(\.000)?Z$/, "");
  // A year of more than four digits, which begins with a sign.
  if (!/^\d/.test(local)) return new Date(timeMs).toISOString().replace(".000Z", "Z");
  const two = (value: number) => String(value).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The instant of the offset's change in (from, to]; null when it is the same at both. */
function changeBetween(fromMs: number, toMs: number, tz: string): number | null {
  const before = offsetAt(fromMs, tz);
  if (offsetAt(toMs, tz) === before) return null;
  let low = fromMs;
  let high = toMs;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, tz) === before) low = middle;
    else high = middle;
  }
  return high;
}

function formatterOf(tz: string): Intl.DateTimeFormat {
  let formatter = formatters.get(tz);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", { timeZone: tz, timeZoneName: "longOffset" });
    formatters.set(tz, formatter);
  }
  return formatter;
}
