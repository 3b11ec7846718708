const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** A bucket's width: so many units, or a calendar month. Days, weeks and months follow the zone's calendar. */
export type TimelineInterval = { text: string; count: number; unit: keyof typeof UNIT_MS | "month" };

export const MAX_BUCKETS = 10_000;
/** What a chart shows well. */
const PREFERRED_BUCKETS = 150;

const LADDER = [
  "1s",
  "5s",
  "15s",
  "30s",
  "1m",
  "5m",
  "15m",
  "30m",
  "1h",
  "3h",
  "6h",
  "12h",
  "1d",
  "1w",
  "month",
  "52w",
  "520w",
  "5200w",
].map((text) => must(parseTimelineInterval(text)));

/** `5m`, `1h`, `1d`, `2w` or `month`; null when it is none. */
export function parseTimelineInterval(text: string): TimelineInterval | null {
  if (text === "month") return { text, count: 1, unit: "month" };
  const match = /^(?<count>[1-9]\d{0,4})(?<unit>[smhdw])$/.exec(text)?.groups;
  if (!match) return null;
  return { text, count: Number(match.count), unit: match.unit as keyof typeof UNIT_MS };
}

/** The usual length; a month's is 30 days. */
export function intervalMs({ count, unit }: TimelineInterval): number {
  return unit === "month" ? 30 * UNIT_MS.d : count * UNIT_MS[unit];
}

/** The interval that shows a span well. */
export function intervalForSpan(spanMs: number): TimelineInterval {
  return finest(spanMs, PREFERRED_BUCKETS);
}

/** The finest usual interval that stays within `MAX_BUCKETS`. */
export function finestInterval(spanMs: number): TimelineInterval {
  // A span touches up to two buckets more than fit into it, and a change of the clocks may add some.
  return finest(spanMs, MAX_BUCKETS - 200);
}

function finest(spanMs: number, buckets: number): TimelineInterval {
  return LADDER.find((interval) => spanMs / intervalMs(interval) <= buckets) ?? must(LADDER.at(-1));
}

function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new TypeError("The ladder holds something that is no interval");
  return value;
}
