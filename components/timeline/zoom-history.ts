import type { TimeRange } from "#lib/events/time-range-text.ts";

type Change = { before: TimeRange; after: TimeRange };

const KEY = "time-ranges";
const KEPT = 50;

/** Remembers, in this tab, from which range one came to another. */
export function rememberRange(before: TimeRange, after: TimeRange): void {
  if (isSame(before, after)) return;
  const changes = [...readChanges(), { before: times(before), after: times(after) }].slice(-KEPT);
  writeChanges(changes);
}

/** The range that was shown before this one, as far as this tab remembers; null when it doesn't. */
export function rangeBefore(range: TimeRange): TimeRange | null {
  return readChanges().findLast(({ after }) => isSame(after, range))?.before ?? null;
}

/** Forgets how one came to a range, when one leaves it backwards. */
export function forgetRange(range: TimeRange): void {
  const changes = readChanges();
  const last = changes.findLastIndex(({ after }) => isSame(after, range));
  writeChanges(last === -1 ? changes : changes.slice(0, last));
}

function times({ from, to }: TimeRange): TimeRange {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function isSame(a: TimeRange, b: TimeRange): boolean {
  return a.from === b.from && a.to === b.to;
}

function readChanges(): Change[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as Change[];
  } catch {
    return [];
  }
}

function writeChanges(changes: readonly Change[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(changes));
  } catch {
    // Without storage there is the browser's own way back.
  }
}
