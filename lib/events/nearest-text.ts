/**
 * The choice that somebody who wrote `text` most likely meant: one that begins with it, or one that few slips of the
 * keyboard make of it. Null when none is near.
 */
export function nearestText(text: string, choices: Iterable<string>): string | null {
  const wanted = text.toLowerCase();
  const limit = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
  let nearest: string | null = null;
  let least = limit + 1;
  for (const choice of choices) {
    const candidate = choice.toLowerCase();
    const isBeginning = wanted.length >= 3 && candidate.startsWith(wanted);
    if (Math.abs(candidate.length - wanted.length) > limit && !isBeginning) continue;
    const slips = isBeginning ? Math.min(1, candidate.length - wanted.length) : slipsBetween(wanted, candidate);
    if (slips < least) [nearest, least] = [choice, slips];
  }
  return nearest;
}

/** How many characters were left out, added, changed or swapped with their neighbour. */
function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const last = row;
    row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    before = last;
  }
  return row[other.length] ?? 0;
}
