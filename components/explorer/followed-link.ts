import type { MouseEvent } from "react";

/**
 * The link that a click follows in this tab, to a page of ours; null for a click elsewhere, one with a modifier, which is
 * the browser's, and a link that says it leads to a whole page.
 */
export function followedLink(event: MouseEvent): URL | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link === null || !isPlain || link.download !== "" || "whole" in link.dataset) return null;
  return link.origin === globalThis.location.origin ? new URL(link.href) : null;
}
