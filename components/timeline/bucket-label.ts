const UNITS: Record<string, string> = { s: "second", m: "minute", h: "hour", d: "day", w: "week" };

/** An interval in words: `per day`, `per 15 minutes`, `per month`. */
export function intervalLabel(interval: string): string {
  const [, count, unit = ""] = /^(\d+)([smhdw])$/.exec(interval) ?? [];
  const name = UNITS[unit] ?? interval;
  return count === undefined || count === "1" ? `per ${name}` : `per ${count} ${name}s`;
}

/** The start of a bucket in full, as the tooltip and the table say it: a day, or a time with its offset. */
export function bucketTime(start: string, interval: string): string {
  if (interval === "month") return start.slice(0, 7);
  if (/[dw]$/.test(interval)) return start.slice(0, 10);
  const offset = start.endsWith("Z") ? "+00:00" : start.slice(-6);
  return `${start.slice(0, 10)} ${start.slice(11, 19)} ${offset}`;
}
