/** Minutes between two times at the axis, where buckets are shorter than a day. */
const STEPS = [1, 5, 15, 30, 60, 180, 360, 720, 1440, 10_080].map((minutes) => minutes * 60_000);
/** 1970 began on a Thursday, weeks begin on Monday. */
const MONDAY_MS = 4 * 86_400_000;
const MOST_TICKS = 12;

/** The buckets that have their time at the axis: those at round times of the zone's clocks, so that days are seen. */
export function tickStarts(starts: readonly string[], interval: string): string[] {
  if (interval === "month" || /[dw]$/.test(interval)) return [...starts];
  for (const stepMs of STEPS) {
    const round = starts.filter((start) => (localMs(start) - MONDAY_MS) % stepMs === 0);
    if (round.length > 0 && round.length <= MOST_TICKS) return round;
  }
  return [...starts];
}

/** A bucket's start as the axis says it, no longer than it needs: `2024-07`, `2024-07-31`, `14:05`, `14:05:30`. */
export function tickLabel(start: string, interval: string): string {
  if (interval === "month") return start.slice(0, 7);
  if (/[dw]$/.test(interval) || start.slice(11, 19) === "00:00:00") return start.slice(0, 10);
  return start.slice(17, 19) === "00" ? start.slice(11, 16) : start.slice(11, 19);
}

/** What the zone's clocks show, as if it were UTC. */
function localMs(start: string): number {
  return Date.parse(`${start.slice(0, 19)}Z`);
}
