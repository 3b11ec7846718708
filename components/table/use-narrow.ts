"use client";
import { useMedia } from "#components/shell/use-media.ts";

/** Whether the page is as narrow as a phone; null while only style sheets can tell, on the server and at first. */
export function useNarrow(): boolean | null {
  return useMedia("(max-width: 767.98px)");
}
