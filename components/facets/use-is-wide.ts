"use client";
import { useSyncExternalStore } from "react";

/** From here up the values stand beside the table; Tailwind's `lg`. */
const WIDE = "(width >= 64rem)";

/** Whether there is room for the values beside the table; false until the browser has said so. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(WIDE);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(WIDE).matches,
    () => false,
  );
}
