"use client";
import { useMedia } from "#components/shell/use-media.ts";

/** From here up the values stand beside the table; Tailwind's `lg`. */
const WIDE = "(width >= 64rem)";

/** Whether there is room for the values beside the table; false until the browser has said so. */
export function useIsWide(): boolean {
  return useMedia(WIDE) ?? false;
}
