const counts = new Intl.NumberFormat("en-GB");

/** A whole number with its thousands apart: `48,310`. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** A number and what it counts, in the right number: `1 event`, `48,310 events`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

const shortCounts = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });

/** A number at an axis, where there is no room for all of a large one: `2,000`, `48k`. */
export function shortCount(count: number): string {
  return count < 10_000 ? counts.format(count) : shortCounts.format(count);
}
