/** The units of a relative bound (`-7d`) by name. */
export const RELATIVE_UNITS = {
  s: "second",
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  M: "month",
  y: "year",
} as const;
type Unit = keyof typeof RELATIVE_UNITS;

const WORDS: [RegExp, Unit][] = [
  [/^M$/, "M"],
  [/^(?:s|secs?|seconds?)$/i, "s"],
  [/^(?:m|mins?|minutes?)$/i, "m"],
  [/^(?:h|hrs?|hours?)$/i, "h"],
  [/^(?:d|days?)$/i, "d"],
  [/^(?:w|wks?|weeks?)$/i, "w"],
  [/^(?:mo|mos|mths?|months?)$/i, "M"],
  [/^(?:y|yrs?|years?)$/i, "y"],
];

/** `3d`, `-3d`, `3 days`, `3 days ago`, `hour` (one): how many of what; null when it is none. */
export function relativeCount(text: string): { count: number; unit: Unit } | null {
  const match = /^-?(?<count>\d{1,5})? ?(?<word>[a-z]+)(?: ago)?$/i.exec(text)?.groups;
  if (!match) return null;
  const word = match["word"] ?? "";
  const unit = WORDS.find(([pattern]) => pattern.test(word))?.[1];
  // A letter alone is no unit, a word is: "the last hour".
  if (unit === undefined || (match["count"] === undefined && word.length < 4)) return null;
  return { count: Number(match["count"] ?? 1), unit };
}
