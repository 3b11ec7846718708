"use client";
import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 767.98px)";

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Whether the page is as narrow as a phone; null while only style sheets can tell, on the server and at first. */
export function useNarrow(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    subscribe,
    () => matchMedia(NARROW).matches,
    () => null,
  );
}
