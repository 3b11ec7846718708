import type { StackSeries, TimelineStack } from "#lib/events/timeline-stack.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { visibleText } from "#components/text/hidden-characters.ts";

type Stack = Pick<TimelineStack, "by" | "series">;

const REST = { access: "others", source: "other sources", project: "other projects", outcome: "others" };

/**
 * A series by its name, as the legend has it: a project by its id, with account and region where two have the same, a
 * source without what all of them end with.
 */
export function seriesName({ by, series }: Stack, index: number): string {
  const value = series[index]?.value;
  if (value === undefined) return "";
  if (value === null) return `no ${by}`;
  if (typeof value === "object") return `${REST[by]} (${formatCount(value.rest)})`;
  if (by === "source") return visibleText(value.replace(/\.amazonaws\.com$/, ""));
  if (by !== "project") return value;
  const [account, region, ...rest] = value.split("/");
  const id = rest.join("/");
  const isShared =
    series.filter((other) => typeof other.value === "string" && other.value.endsWith(`/${id}`)).length > 1;
  return visibleText(isShared ? `${id} (${account} ${region})` : id);
}

/** A series and how many of its events: `3 failures`, `12 events of web-shop`. */
export function seriesCount(stack: Stack, index: number, count: number): string {
  const name = seriesName(stack, index);
  if (stack.by === "source" || stack.by === "project") return `${countOf(count, "event")} of ${name}`;
  return countOf(count, name, name === "success" ? "successes" : `${name}s`);
}

/** What a series is drawn with. */
export function seriesColour({ meaning }: StackSeries): string {
  if (typeof meaning === "number") return `var(--group-${meaning + 1})`;
  if (meaning === "none") return "var(--group-none)";
  if (meaning === "failure" || meaning === "write") return `var(--${meaning})`;
  return "var(--bar)";
}
