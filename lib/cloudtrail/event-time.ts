const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)$/;

/**
 * The time of a record in UTC (`2017-06-04T23:56:57Z`), or null when the text is no such time. CloudTrail writes whole
 * seconds and `Z`; fractions and offsets are accepted and fractions kept, to the microsecond that Postgres holds.
 */
export function parseEventTime(text: string): string | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction = "", offset = "Z"] = match;
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  local.setUTCHours(Number(hour), Number(minute), Number(second));
  // A field out of range (30 February, 24:00, a leap second) has moved the date.
  if (local.toISOString().slice(0, 19) !== text.slice(0, 19)) return null;
  const offsetMs = offsetMilliseconds(offset);
  if (offsetMs === null) return null;
  const utc = new Date(local.getTime() - offsetMs);
  const utcYear = utc.getUTCFullYear();
  if (utcYear < 1 || utcYear > 9999) return null;
  const kept = fraction.slice(0, 6).replace(/0+$/, "");
  return `${utc.toISOString().slice(0, 19)}${kept && `.${kept}`}Z`;
}

function offsetMilliseconds(offset: string): number | null {
  if (offset === "Z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 23 || minutes > 59) return null;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
