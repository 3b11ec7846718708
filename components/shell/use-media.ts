"use client";
import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query matches; null while only style sheets can tell, on the server and at first. */
export function useMedia(query: string): boolean | null {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = globalThis.matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    [query],
  );
  return useSyncExternalStore<boolean | null>(
    subscribe,
    () => globalThis.matchMedia(query).matches,
    () => null,
  );
}
