import type { EventFilter } from "#lib/events/filter.ts";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { onlyValue, valueTerm, withTerms, withTimes } from "#components/events/edit-filter.ts";

/** A part of a timeline: from one bucket to another, both included, and one series of them or all. */
export type TimelinePart = { first: number; last: number; series: number | null };

/** The filter for exactly the events that a part of the timeline counts. */
export function partFilter(
  stack: TimelineStack,
  filter: EventFilter,
  { first, last, series }: TimelinePart,
): EventFilter {
  const from = stack.starts[first];
  const to = stack.starts[last + 1] ?? stack.end ?? undefined;
  // A bucket that the range cuts counts only what is in the range.
  const isFromCut = stack.from !== null && from !== undefined && Date.parse(from) <= Date.parse(stack.from);
  const isToCut = stack.to !== null && to !== undefined && Date.parse(to) >= Date.parse(stack.to);
  const part = withTimes(filter, { from: isFromCut ? filter.from : from, to: isToCut ? filter.to : to });
  return series === null ? part : seriesFilter(stack, part, series);
}

/** The filter for one series alone. */
export function seriesFilter(stack: TimelineStack, filter: EventFilter, series: number): EventFilter {
  const value = stack.series[series]?.value;
  if (value === undefined) return filter;
  if (value === null || typeof value === "string") return onlyValue(filter, stack.by, value);
  return stack.series.reduce(
    (rest, _, index) => (index === series ? rest : (withoutSeries(stack, rest, index) ?? rest)),
    filter,
  );
}

/**
 * The filter without one series; without the rest, it is for the others alone.
 * @returns null where no filter says that: some values or none at all.
 */
export function withoutSeries(stack: TimelineStack, filter: EventFilter, series: number): EventFilter | null {
  const { by } = stack;
  const value = stack.series[series]?.value;
  if (value === undefined) return null;
  const terms = filter.terms[by] ?? [];
  if (value !== null && typeof value === "object") {
    const values = stack.series
      .map((other) => other.value)
      .filter((other) => other === null || typeof other === "string");
    return values.includes(null) ? null : withTerms(filter, by, values.map(valueTerm));
  }
  const term = valueTerm(value);
  const inverted = { ...term, isExcluded: !term.isExcluded };
  // Events with any value at all: where some are asked for by value, that is said already.
  if (value === null && terms.some(({ isExcluded }) => !isExcluded)) return filter;
  const others = terms.filter(({ pattern }) => pattern !== term.pattern);
  return withTerms(filter, by, [...others, inverted]);
}
