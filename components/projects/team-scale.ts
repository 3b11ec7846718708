import { instantOfLocal, offsetAt } from "#lib/events/time-zone.ts";
import type { TeamHistory } from "#lib/codestar/team-history.ts";
import type { Coverage } from "#lib/projects/coverage.ts";

const DAY_MS = 86_400_000;
const MAX_TICKS = 9;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
const DAY_STEPS = [1, 2, 5, 10];

export type Tick = { at: number; label: string };

/** The time that a project's team is drawn over; all instants in ms. */
export type TeamScale = {
  from: number;
  to: number;
  /** Between these something is known; outside no log file was read, or the project wasn't there. */
  knownFrom: number | null;
  knownTo: number | null;
  ticks: Tick[];
};

/**
 * From a little before the first call to a little after the last thing known: the project's deletion, or the end of the
 * day of the newest log file.
 * @param lifecycle times of the calls that made and ended the project
 */
export function teamScale(
  history: TeamHistory,
  lifecycle: readonly string[],
  coverage: Pick<Coverage, "firstDay" | "lastDay">,
  tz: string,
): TeamScale | null {
  const times = [...history.events.map(({ eventTime }) => eventTime), ...lifecycle].map((time) => Date.parse(time));
  if (times.length === 0) return null;
  const first = times.reduce((a, b) => Math.min(a, b));
  const last = times.reduce((a, b) => Math.max(a, b));
  const knownFrom = coverage.firstDay === null ? null : Date.parse(`${coverage.firstDay}T00:00:00Z`);
  const covered = coverage.lastDay === null ? null : Date.parse(`${coverage.lastDay}T00:00:00Z`) + DAY_MS;
  // An event is proof of its own time, whatever the folder's day is.
  const knownTo = covered === null ? null : Math.max(covered, last);
  const isOver = history.events.findLast(({ outcome }) => outcome === "success")?.eventName === "DeleteProject";
  const end = isOver ? last : Math.max(last, knownTo ?? last);
  const pad = Math.max((end - first) * 0.03, DAY_MS / 2);
  const from = first - pad;
  const to = end + pad;
  return { from, to, knownFrom: knownFrom && Math.min(knownFrom, first), knownTo, ticks: timeTicks(from, to, tz) };
}

/** Where an instant lies on the scale, in percent; outside of it at its edge. */
export function placeOf({ from, to }: TeamScale, timeMs: number): number {
  return Math.min(100, Math.max(0, ((timeMs - from) / (to - from)) * 100));
}

/** Beginnings of years, months or days of a zone's calendar, at most nine. */
export function timeTicks(from: number, to: number, tz: string): Tick[] {
  const local = (timeMs: number) => new Date(timeMs + offsetAt(timeMs, tz));
  const ticksOf = (starts: number[], length: number) =>
    starts
      .map((start) => ({ at: instantOfLocal(start, tz), label: new Date(start).toISOString().slice(0, length) }))
      .filter(({ at }) => at > from && at < to);
  const days = (to - from) / DAY_MS;
  if (days <= MAX_TICKS * (DAY_STEPS.at(-1) ?? 1)) {
    const step = (DAY_STEPS.find((size) => days / size <= MAX_TICKS) ?? 1) * DAY_MS;
    const first = Math.floor(local(from).getTime() / DAY_MS) * DAY_MS;
    return ticksOf(
      Array.from({ length: MAX_TICKS + 3 }, (_, index) => first + index * step),
      10,
    );
  }
  const months = days / 30.4;
  const step = MONTH_STEPS.find((size) => months / size <= MAX_TICKS) ?? 1200;
  const first = local(from);
  const month = first.getUTCFullYear() * 12 + first.getUTCMonth();
  const aligned = Math.floor(month / step) * step;
  return ticksOf(
    Array.from({ length: MAX_TICKS + 3 }, (_, index) => firstOfMonth(aligned + index * step)),
    step % 12 === 0 ? 4 : 7,
  );
}

/** Months counted from year 0; `Date.UTC` takes years below 100 for the twentieth century's. */
function firstOfMonth(month: number): number {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
}
