/** Where one is, not what one sees: the place in the list, the open event, and the view itself. */
const PLACE_NAMES = new Set(["cursor", "at", "asOf", "around", "event", "tab", "against", "live", "view"]);

/**
 * What of an address's query a view keeps: filter and how it is shown, also what this version doesn't know, each part
 * as it was written.
 */
export function viewQuery(search: string): string {
  return search
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "" && !PLACE_NAMES.has(nameOf(part)))
    .join("&");
}

/** Whether two queries show the same: order between different names, and how things are escaped, change nothing. */
export function isSameView(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(query: string): string {
  const pairs = [...new URLSearchParams(viewQuery(query))].map((pair) => JSON.stringify(pair));
  return [...new Set(pairs)].toSorted().join();
}

function nameOf(part: string): string {
  const [[name = ""] = []] = new URLSearchParams(part);
  return name;
}
