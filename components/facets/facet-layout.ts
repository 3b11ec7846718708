import type { FacetName } from "#lib/events/fields.ts";
import { FACET_ORDER, isFacetName } from "./facet-order.ts";

/** How the side looked last. */
export type FacetLayout = {
  isFolded: boolean;
  /** The open sections, each with the rows that it had when it was last counted: the place that it will take. */
  open: { readonly [Name in FacetName]?: number };
};

/** The name of the cookie, so that the server's first render is the page as it was left. */
export const FACET_COOKIE = "facets";

const MOST_ROWS = 10;
const DEFAULT_LAYOUT: FacetLayout = {
  isFolded: false,
  open: Object.fromEntries(FACET_ORDER.slice(0, 3).map(({ name, rows }) => [name, rows])),
};

/** The cookie's value for a layout. */
export function facetLayoutText({ isFolded, open }: FacetLayout): string {
  return [isFolded ? "folded" : "shown", ...Object.entries(open).map(([name, rows]) => `${name}.${rows}`)].join(" ");
}

/** The layout that a cookie's value means; what isn't understood is left out. */
export function parseFacetLayout(text: string | undefined): FacetLayout {
  const [state, ...sections] = (text ?? "").split(" ");
  if (state !== "folded" && state !== "shown") return DEFAULT_LAYOUT;
  const open = sections.flatMap((section) => {
    const [name = "", rows = ""] = section.split(".");
    return isFacetName(name) && /^\d{1,2}$/.test(rows) ? [[name, Math.min(Number(rows), MOST_ROWS)]] : [];
  });
  return { isFolded: state === "folded", open: Object.fromEntries(open) as FacetLayout["open"] };
}
