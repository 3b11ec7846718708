/** What orders events: when, then by id. */
type Placed = { eventTime: string; eventId: string };

/**
 * The order of events that every replay follows: by time, then by id as Postgres compares it (COLLATE "C": the bytes
 * of UTF-8, which is the order of code points). Times are ISO 8601 in UTC with as many decimals as they have.
 */
export function eventOrder(one: Placed, other: Placed): number {
  return (
    compare(timeKey(one.eventTime), timeKey(other.eventTime)) || compare(bytesKey(one.eventId), bytesKey(other.eventId))
  );
}

/** Whether a time lies at or before an instant; `2024-03-01T00:00:00Z` and `…00.5Z` don't compare as they stand. */
export function isAtOrBefore(time: string, instant: string): boolean {
  return timeKey(time) <= timeKey(instant);
}

/** Two texts by their code points. */
export function byCodePoint(one: string, other: string): number {
  return compare(bytesKey(one), bytesKey(other));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function timeKey(time: string): string {
  const [seconds = "", decimals = ""] = time.replace(/Z$/, "").split(".");
  return `${seconds}.${decimals.padEnd(9, "0")}`;
}

/** Turned so that UTF-16 sorts like UTF-8: what lies above the surrogates goes below them. */
function bytesKey(text: string): string {
  return text.replace(/[\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code >= 0xe000 ? code - 0x800 : code + 0x2000);
  });
}
