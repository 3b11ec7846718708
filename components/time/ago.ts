import { durationText } from "./duration-text.ts";

/** How long ago a moment was, in its largest unit, beside the moment itself: `3 h ago`; `just now` under a second. */
export function ago(iso: string, now: string): string {
  if (Date.parse(now) - Date.parse(iso) < 1000) return "just now";
  return `${durationText(iso, now).split(" ").slice(0, 2).join(" ")} ago`;
}
