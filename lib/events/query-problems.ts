import { eventFields } from "./fields.ts";
import { FILTER_FIELDS, FILTER_NAMES } from "./filter.ts";
import { FILTER_ONLY_FIELDS } from "./filter-only-fields.ts";
import { nearestText } from "./nearest-text.ts";
import type { Place, QueryItem, QueryPart } from "./query-parts.ts";

/** Something in a query's text that was not understood, where it stands, and what to do. */
export type QueryProblem = Place & { message: string };

/** What people write for a filter's name: the field's own names, CloudTrail's, and a few words of every day. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ...[...eventFields, ...FILTER_ONLY_FIELDS].flatMap(({ filter, name, key, label }): [string, string][] =>
    filter === undefined ? [] : [name, key, label].map((other) => [other.toLowerCase(), filter]),
  ),
  ...Object.entries({ user: "principal", who: "principal", actor: "principal", event: "action", service: "source" }),
  ...Object.entries({
    since: "from",
    after: "from",
    until: "to",
    before: "to",
    sourceipaddress: "ip",
    cidr: "network",
  }),
  ...Object.entries({ awsregion: "region", eventsource: "source", useragent: "agent", words: "q", text: "q" }),
]);

type FieldPart = Extract<QueryPart, { kind: "field" }>;

/** What is wrong with the name of a part or its use; null when nothing is. */
export function nameProblem({ name, namePlace, isExcluded, items, start, end }: FieldPart): QueryProblem | null {
  if (!(FILTER_NAMES as readonly string[]).includes(name)) {
    const near = OTHER_NAMES.get(name.toLowerCase()) ?? nearestText(name, FILTER_NAMES);
    const help = near === null ? "to look for it in the records, put it in quotes" : `did you mean ${near}?`;
    return { ...namePlace, message: `there is no filter named ${name}; ${help}` };
  }
  if (name !== "from" && name !== "to" && name !== "related") return null;
  if (isExcluded || items.some((item) => item.isExcluded)) {
    return { start, end, message: `${name} can't be excluded; leave the ! out` };
  }
  return items.length > 1 ? { start, end, message: `${name} takes one value, without a comma` } : null;
}

/**
 * What is wrong with how a value is written; null when nothing is.
 * @param refused what the filter says against the value itself; the answer then tells what may have been meant.
 */
export function valueProblem(name: string, item: QueryItem, isExcluded: boolean, refused?: string): string | null {
  if (refused !== undefined) {
    if (name === "q") return "there is no word to look for in this; write one, or put it in quotes";
    const field = FILTER_FIELDS.get(name);
    const near = field?.kind === "enum" ? nearestText(item.raw, field.values) : null;
    return near === null ? refused : `${refused}; did you mean ${near}?`;
  }
  if (!item.isClosed)
    return item.form === "group"
      ? "this bracket has no end; close it with a )"
      : 'this quote has no end; close it with a "';
  if (item.tail !== "")
    return 'a value with a quote in it stands in quotes as a whole, and the quote in it is written \\"';
  if (item.raw === "") return `a value of ${name} is missing here${item.isExcluded ? " behind the !" : ""}`;
  if (isExcluded && item.isExcluded) return `this is excluded twice; write !${name}:value or ${name}:!value`;
  return null;
}
