import { eventFields } from "#lib/events/fields.ts";
import { type FilterName, FILTER_FIELDS } from "#lib/events/filter.ts";
import { FILTER_ONLY_FIELDS } from "#lib/events/filter-only-fields.ts";

const TIMES = [
  ["-1h", "One hour ago"],
  ["-24h", "24 hours ago"],
  ["-7d", "7 days ago"],
  ["-30d", "30 days ago"],
  ["-1y", "A year ago"],
] as const;

/** Values that need no counting: what a field can be, or how a time is written. */
const KNOWN_VALUES: Partial<Record<FilterName, readonly (readonly [pattern: string, about: string])[]>> = {
  from: TIMES,
  to: TIMES,
  related: [
    ["include", "Also what other services did that bears a project's marks"],
    ["only", "That alone"],
  ],
  mfa: [
    ["true", "The session says that MFA was used"],
    ["false", "The session says that it wasn't"],
    ["*", "The session says either"],
  ],
  client: [
    ["console", "The AWS console"],
    ["cli", "The AWS command line"],
    ["sdk", "A program"],
    ["service", "An AWS service"],
  ],
};

/** The values that a filter can have, where those are few. */
export function knownValues(name: FilterName): readonly (readonly [pattern: string, about: string])[] {
  const field = FILTER_FIELDS.get(name);
  return KNOWN_VALUES[name] ?? (field?.kind === "enum" ? field.values.map((value) => [value, ""] as const) : []);
}

/** What a filter looks at, in a few plain words. */
export function filterAbout(name: FilterName): string {
  if (name === "from") return "Events at or after a time: 2024-07-31, or -30d";
  if (name === "to") return "Events before a time";
  if (name === "related") return "What other services did to projects";
  if (name === "q") return "Any of several words: q:word,(two words)";
  return FILTER_FIELDS.get(name)?.about.replaceAll("`", "") ?? "";
}

/** How a filter's controls call it. */
export function filterLabel(name: FilterName): string {
  if (name === "from" || name === "to") return "Time";
  return [...eventFields, ...FILTER_ONLY_FIELDS].find(({ filter }) => filter === name)?.label ?? "";
}
