/** From `start` up to, not including, `end`: UTF-16 units of the text. */
export type Place = { start: number; end: number };

/** How a value is written: as it is, in quotes, or as several words in brackets. */
export type ItemForm = "bare" | "quoted" | "group";

/** One value; its place has the `!` and the quotes, `raw` doesn't. */
export type QueryItem = Place & { isExcluded: boolean; form: ItemForm; raw: string; isClosed: boolean; tail: string };

/** `name:value,value`, or a word (or quoted words) to be looked for. */
export type QueryPart = Place &
  (
    | { kind: "field"; isExcluded: boolean; name: string; namePlace: Place; items: QueryItem[] }
    | { kind: "words"; item: QueryItem }
  );

const FIELD = /(!?)([a-z_][\w-]*):/iy;
const BLANK = /\s*/y;
/** The rules of `searchWords`, so that words are cut alike here and there. */
const QUOTED = /"((?:\\[^]|[^"\\])*)("?)/y;
const WORD = /(?:\\\S|[^\s"\\]|\\(?=\s|$))+/y;
const GROUP = /\(([^)]*)(\)?)/y;
const BARE = /[^\s,"]*/y;
/** What shouldn't follow a value directly. */
const TAIL = /[^\s,]*/y;

/** Cuts a query's text into its parts; whatever is written, each character that isn't blank is in one of them. */
export function queryParts(text: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let at = 0;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };

  function delimited(pattern: RegExp, form: ItemForm): Pick<QueryItem, "form" | "raw" | "isClosed"> {
    const [, raw = "", end = ""] = next(pattern) ?? [];
    return { form, raw, isClosed: end !== "" };
  }
  function item(name: string): QueryItem {
    const start = at;
    const isExcluded = text.charAt(at) === "!";
    if (isExcluded) at++;
    const first = text.charAt(at);
    let value: Pick<QueryItem, "form" | "raw" | "isClosed">;
    if (first === '"') value = delimited(QUOTED, "quoted");
    else if (first === "(" && name === "q") value = delimited(GROUP, "group");
    else value = { form: "bare", raw: next(BARE)?.[0] ?? "", isClosed: true };
    const tail = next(TAIL)?.[0] ?? "";
    return { ...value, isExcluded, tail, start, end: at };
  }
  function words(): QueryItem {
    const start = at;
    const isExcluded = text.charAt(at) === "!";
    if (isExcluded) at++;
    const value: Pick<QueryItem, "form" | "raw" | "isClosed"> =
      text.charAt(at) === '"'
        ? delimited(QUOTED, "quoted")
        : { form: "bare", raw: next(WORD)?.[0] ?? "", isClosed: true };
    return { ...value, isExcluded, tail: "", start, end: at };
  }

  for (next(BLANK); at < text.length; next(BLANK)) {
    const start = at;
    const field = next(FIELD);
    if (!field) {
      parts.push({ kind: "words", start, item: words(), end: at });
      continue;
    }
    const [, bang = "", name = ""] = field;
    const namePlace = { start: start + bang.length, end: start + bang.length + name.length };
    const items = [item(name)];
    while (text.charAt(at) === ",") {
      at++;
      items.push(item(name));
    }
    parts.push({ kind: "field", isExcluded: bang !== "", name, namePlace, items, start, end: at });
  }
  return parts;
}
