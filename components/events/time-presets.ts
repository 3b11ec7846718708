import { timeParts } from "#components/time/format-time.ts";
import { zonedTime } from "#components/time/zoned-time.ts";
import type { DataSpan } from "./data-span.ts";

/** A time range by name. */
export type TimePreset = { label: string; from?: string; to?: string };

const DAY_MS = 86_400_000;

/** Ranges that end now. */
export const RECENT: readonly TimePreset[] = [
  { label: "Last hour", from: "-1h" },
  { label: "Last 24 hours", from: "-24h" },
  { label: "Last 7 days", from: "-7d" },
  { label: "Last 30 days", from: "-30d" },
  { label: "Last year", from: "-1y" },
];

/** Ranges of whole days that end with the newest event: what is history has no "last week". */
export function dataPresets({ newest }: DataSpan, timeZone: string): TimePreset[] {
  const ago = (days: number) => {
    const day = new Date(Date.parse(newest) - days * DAY_MS).toISOString();
    return zonedTime(timeParts(day, timeZone).date, timeZone);
  };
  return [
    { label: "Last day of the data", from: ago(0) },
    { label: "Last week of the data", from: ago(6) },
    { label: "Last 30 days of the data", from: ago(29) },
    { label: "Last year of the data", from: ago(365) },
  ];
}
