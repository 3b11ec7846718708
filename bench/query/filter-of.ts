import { type EventFilter, parseEventFilter } from "#lib/events/filter.ts";
import { literalPattern } from "#lib/events/filter-term.ts";

/** A filter of literal values, by the names of a URL. */
export function filterOf(values: Record<string, string>): EventFilter {
  const isTime = (name: string) => name === "from" || name === "to";
  const params = Object.entries(values).map(([name, value]) => [name, isTime(name) ? value : literalPattern(value)]);
  const { filter, problems } = parseEventFilter(new URLSearchParams(params));
  if (problems.length > 0) throw new Error(`The bench filters wrongly: ${problems[0]?.message}`);
  return filter;
}

/** The same for DuckDB. */
export function duckFilter(values: Record<string, string>): string {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const conditions = Object.entries(values).map(([name, value]) => {
    if (name === "from") return `event_time >= ${text(value)}::TIMESTAMP`;
    return name === "to" ? `event_time < ${text(value)}::TIMESTAMP` : `${name} = ${text(value)}`;
  });
  return conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
}
