const counts = new Intl.NumberFormat("en-GB");

/** A whole number with its thousands apart: `48,310`. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** A number and what it counts, in the right number: `1 event`, `48,310 events`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
