import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  // Our own three sizes; without this they would pass for colours.
  extend: { classGroups: { "font-size": [{ text: ["small", "body", "title"] }] } },
});

/** Class names joined; a later Tailwind class wins over an earlier one of its kind. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
