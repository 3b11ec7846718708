/** A day of the made events: those with the numbers from `first` to `last`. */
export type MadeDay = { day: string; first: number; last: number };

const DAY_MS = 86_400_000;
/** Up to the end of CodeStar's projects. */
const BEGIN_MS = Date.UTC(2019, 7, 1);
const END_MS = Date.UTC(2024, 6, 31);

/** So many events over five years: more on working days, and more from year to year. Days without any are left out. */
export function madeDays(events: number): MadeDay[] {
  const days = Array.from({ length: (END_MS - BEGIN_MS) / DAY_MS + 1 }, (_, index) => BEGIN_MS + index * DAY_MS);
  const weights = days.map(weightOf);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  let first = 1;
  return days.flatMap((at, index) => {
    sum += weights[index] ?? 0;
    // The last one takes what rounding has left.
    const last = index === days.length - 1 ? events : Math.floor((events * sum) / all);
    if (last < first) return [];
    const made = { day: new Date(at).toISOString().slice(0, 10), first, last };
    first = last + 1;
    return made;
  });
}

function weightOf(at: number): number {
  const weekday = new Date(at).getUTCDay();
  const years = (at - BEGIN_MS) / (365 * DAY_MS);
  return (weekday === 0 || weekday === 6 ? 0.2 : 1) * (1 + years / 4);
}
