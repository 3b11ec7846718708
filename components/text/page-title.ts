import { visibleText } from "./hidden-characters.ts";
import { shortenMiddle } from "./shorten-middle.ts";

/** What a tab says of a page about one thing. */
export function pageTitle(kind: string, name: string): string {
  return `${kind} ${visibleText(shortenMiddle(name, 48))}`;
}
