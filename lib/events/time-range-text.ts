import { calendarPeriod, type CalendarSpan, momentSpan } from "./calendar-span.ts";
import { type MomentFields, parseMomentText } from "./moment-text.ts";
import { RELATIVE_UNITS, relativeCount } from "./relative-text.ts";
import { parseTimeBound } from "./time-bound.ts";
import { TIME_LIMITS } from "./time-limits.ts";
import { isoInZone } from "./time-zone.ts";
import { withMissingDates } from "./missing-dates.ts";

/** A range as the filter holds it: bounds as ISO 8601 with the zone's offset, or relative to now; an open one absent. */
export type TimeRange = { from?: string; to?: string };
/** What a text was understood as: the range, and in words what was made of it. */
export type TimeRangeReading = { range: TimeRange; meaning: string } | { problem: string };

export type TimeRangeContext = {
  now: Date;
  /** IANA name of the zone whose clocks and calendar are meant unless the text has an offset. */
  timeZone: string;
  /** A date without a year is the last such one that isn't after this: the newest event's time. Now when absent. */
  latest?: Date;
};

/** How much is shown on either side of a moment that is exact to the second. */
const AROUND_MS = 60_000;
const SEPARATORS = [/ (?:to|until|till|through|and) | ?(?:–|—|\.\.\.?|…|→) ?/gi, / -+ /g, / ?\/ ?/g, /-/g];
const MEANINGS = {
  year: "The whole year",
  month: "The whole month",
  week: "The whole week",
  day: "The whole day",
  minute: "That minute",
  second: "That second, with a minute before and after it",
};

/** One end of a range: a span of the calendar, or a bound that moves with now. */
type End = { span: CalendarSpan } | { relative: string };

/**
 * Reads a range as people type or paste it: `3d`, `last week`, `2024-07`, `Jan 1 – Jan 2`, `31 Jul 2024 14:00 - 16:00`,
 * `since yesterday`, a log's timestamp (see `parseMomentText`). A named day, month or year belongs to the range with
 * its whole length, a clock time is the instant itself. One moment alone is as long as its unit; exact to the second,
 * it is that second and a minute on either side.
 */
export function parseTimeRangeText(text: string, context: TimeRangeContext): TimeRangeReading {
  const typed = text.replaceAll("\u{2212}", "-").replaceAll(/\s+/g, " ").trim();
  if (/^(?:|all|all times?|any ?time|always|everything)$/i.test(typed)) return { range: {}, meaning: "All times" };
  return (
    periodRange(typed, context) ??
    relativeRange(typed) ??
    openRange(typed, context) ??
    momentRange(typed, context) ??
    twoEnded(typed, context) ?? { problem: `“${typed}” is not understood as a time.` }
  );
}

function relativeRange(typed: string): TimeRangeReading | null {
  const relative = relativeCount(typed.replace(/^(?:the )?(?:last|past) /i, ""));
  if (relative === null || / ago$/i.test(typed)) return null;
  const { count, unit } = relative;
  const name = RELATIVE_UNITS[unit];
  return {
    range: { from: `-${count}${unit}` },
    meaning: count === 1 ? `The last ${name}, until now` : `The last ${count} ${name}s, until now`,
  };
}

/** `today`, `this month`, `last week`: of the calendar, not so many days. */
function periodOf(typed: string, { now, timeZone }: TimeRangeContext): CalendarSpan | null {
  const days = ["yesterday", "today", "tomorrow"].indexOf(typed.toLowerCase());
  if (days !== -1) return calendarPeriod("day", now, timeZone, days - 1);
  const match = /^(?:the )?(?<which>this|last|previous) (?<unit>week|month|year)$/i.exec(typed)?.groups;
  if (!match) return null;
  const unit = match["unit"]?.toLowerCase() as "week" | "month" | "year";
  return calendarPeriod(unit, now, timeZone, match["which"]?.toLowerCase() === "this" ? 0 : -1);
}

function periodRange(typed: string, context: TimeRangeContext): TimeRangeReading | null {
  const span = periodOf(typed, context);
  if (span === null) return null;
  return {
    range: rangeOf(span.startMs, span.endMs, context),
    meaning: `${typed[0]?.toUpperCase()}${typed.slice(1).toLowerCase()}`,
  };
}

function openRange(typed: string, context: TimeRangeContext): TimeRangeReading | null {
  const match = /^(?<word>since|from|after|until|till|up to|before) (?<end>.+)$/i.exec(typed)?.groups;
  if (!match) return null;
  const end = endOf(match["end"] ?? "", context);
  if (end === null) return null;
  const word = match["word"]?.toLowerCase() ?? "";
  const isFrom = ["since", "from", "after"].includes(word);
  const bound = boundOf(end, ["after", "until", "till", "up to"].includes(word), context);
  return isFrom ? { range: { from: bound }, meaning: "From then on" } : { range: { to: bound }, meaning: "All before" };
}

function momentRange(typed: string, context: TimeRangeContext): TimeRangeReading | null {
  const fields = parseMomentText(typed);
  const span = fields && spanOf(fields, context);
  if (!span) return null;
  const around = span.unit === "second" ? AROUND_MS : 0;
  return {
    range: rangeOf(
      Math.floor(span.startMs / 1000) * 1000 - around,
      Math.floor(span.endMs / 1000) * 1000 + around,
      context,
    ),
    meaning: MEANINGS[span.unit],
  };
}

function twoEnded(typed: string, context: TimeRangeContext): TimeRangeReading | null {
  const text = typed.replace(/^(?:from|between) /i, "");
  for (const separator of SEPARATORS) {
    for (const match of text.matchAll(separator)) {
      const ends = endsOf(text.slice(0, match.index).trim(), text.slice(match.index + match[0].length).trim(), context);
      if (ends !== null) return betweenEnds(ends, context);
    }
  }
  return null;
}

function betweenEnds([left, right]: [End, End], context: TimeRangeContext): TimeRangeReading {
  const range = { from: boundOf(left, false, context), to: boundOf(right, true, context) };
  const instants = [range.from, range.to].map((bound) => parseTimeBound(bound, context.now)?.getTime() ?? Number.NaN);
  const [from = 0, to = 0] = instants;
  if (!(from < to)) return { problem: "This ends before it begins." };
  const isWhole = "span" in right && !["minute", "second"].includes(right.span.unit);
  return { range, meaning: isWhole ? "Both included" : "From then until then" };
}

function endsOf(left: string, right: string, context: TimeRangeContext): [End, End] | null {
  const found = withMissingDates(parseEnd(left), parseEnd(right), {
    ...context,
    latest: context.latest ?? context.now,
  });
  const spans = found.map((fields) => fields && momentSpan(fields, context.timeZone));
  const from = spans[0] ? { span: spans[0] } : endOf(left, context);
  const to = spans[1] ? { span: spans[1] } : endOf(right, context);
  return from && to && [from, to];
}

/** A moment, or the bare number of a day, whose month the other end names. */
function parseEnd(text: string): MomentFields | null {
  return /^\d\d?$/.test(text) ? { day: Number(text) } : parseMomentText(text);
}

function endOf(text: string, context: TimeRangeContext): End | null {
  if (text.toLowerCase() === "now") return { relative: "-0s" };
  const relative = relativeCount(text);
  if (relative !== null) return { relative: `-${relative.count}${relative.unit}` };
  const period = periodOf(text, context);
  if (period !== null) return { span: period };
  // `yesterday 14:00` is a clock time of that day.
  const dated = text.replace(/\b(?:yesterday|today|tomorrow)\b/i, (word) => {
    const start = periodOf(word, context)?.startMs ?? 0;
    return isoInZone(start, context.timeZone).slice(0, 10);
  });
  const fields = parseMomentText(dated);
  const span = fields && spanOf(fields, context);
  return span && { span };
}

function spanOf(fields: MomentFields, context: TimeRangeContext): CalendarSpan | null {
  const [whole] = withMissingDates(fields, null, { ...context, latest: context.latest ?? context.now });
  return whole && momentSpan(whole, context.timeZone);
}

/** Where an end lies: a day and longer has two, a clock time is itself. */
function boundOf(end: End, isAfterIt: boolean, { timeZone }: TimeRangeContext): string {
  if ("relative" in end) return end.relative;
  const isClock = end.span.unit === "minute" || end.span.unit === "second";
  return isoInZone(withinLimits(isAfterIt && !isClock ? end.span.endMs : end.span.startMs), timeZone);
}

function rangeOf(fromMs: number, toMs: number, { timeZone }: TimeRangeContext): TimeRange {
  return { from: isoInZone(withinLimits(fromMs), timeZone), to: isoInZone(withinLimits(toMs), timeZone) };
}

function withinLimits(timeMs: number): number {
  return Math.min(Math.max(timeMs, TIME_LIMITS.first), TIME_LIMITS.last);
}
