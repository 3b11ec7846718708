import type { FilterProblem } from "#lib/events/filter.ts";
import type { Threshold } from "./finding-kind.ts";
import { FINDING_KINDS, type ThresholdName, type Thresholds } from "./finding-kinds.ts";

/** Every threshold once, though kinds share some. */
export const THRESHOLDS: ReadonlyMap<string, Threshold & { name: ThresholdName }> = new Map(
  FINDING_KINDS.flatMap((kind) => kind.thresholds.map((threshold) => [threshold.name, threshold] as const)),
);

/** The thresholds where nobody changed them. */
export const DEFAULT_THRESHOLDS = thresholdsOf(() => undefined);

/** Thresholds by a look-up; one that it doesn't know has its default. */
export function thresholdsOf(value: (name: ThresholdName) => number | undefined): Thresholds {
  return Object.fromEntries(
    [...THRESHOLDS.values()].map((threshold) => [threshold.name, value(threshold.name) ?? threshold.default]),
  ) as Record<ThresholdName, number>;
}

/** The thresholds that an address asks for. What is no whole number within the bounds is a problem and left out. */
export function parseThresholds(params: URLSearchParams): { thresholds: Thresholds; problems: FilterProblem[] } {
  const problems: FilterProblem[] = [];
  const thresholds = thresholdsOf((name) => {
    const [text, second] = params.getAll(name);
    const { least = 0, most = 0 } = THRESHOLDS.get(name) ?? {};
    if (second !== undefined) problems.push({ name, value: second, message: `${name} is given twice` });
    if (text === undefined) return undefined;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    problems.push({ name, value: text, message: `${name} must be a whole number from ${least} to ${most}` });
    return undefined;
  });
  return { thresholds, problems };
}

/** The thresholds that differ from their defaults, as an address's parameters. */
export function thresholdParams(thresholds: Thresholds): [name: ThresholdName, value: string][] {
  return [...THRESHOLDS.values()].flatMap(({ name, default: usual }) =>
    thresholds[name] === usual ? [] : [[name, String(thresholds[name])] as [ThresholdName, string]],
  );
}
