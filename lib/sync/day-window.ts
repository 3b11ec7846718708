const DAY_MS = 86_400_000;

/** Days of delivery folders, both ends included, as `YYYY-MM-DD`. */
export type DayWindow = { from: string; to: string };

/** The day of a time, in UTC as the folders are. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** From `days` days before a time until tomorrow: names of files run ahead of their delivery. */
export function windowSince(time: Date, days: number, now: Date): DayWindow {
  return { from: dayOf(new Date(time.getTime() - days * DAY_MS)), to: dayOf(new Date(now.getTime() + DAY_MS)) };
}

/** The days of a window, oldest first. */
export function daysOf(window: DayWindow): string[] {
  const days: string[] = [];
  const end = Date.parse(window.to);
  for (let time = Date.parse(window.from); time <= end; time += DAY_MS) days.push(dayOf(new Date(time)));
  return days;
}

/** How many days a window has. */
export function lengthOf(window: DayWindow): number {
  return Math.max(0, Math.round((Date.parse(window.to) - Date.parse(window.from)) / DAY_MS) + 1);
}

/** Whether a folder of year, month or day (`2024`, `2024/05`, `2024/05/31`) holds days of the window. */
export function touches(window: DayWindow, date: string): boolean {
  const prefix = date.replaceAll("/", "-");
  const length = prefix.length;
  return prefix >= window.from.slice(0, length) && prefix <= window.to.slice(0, length);
}
