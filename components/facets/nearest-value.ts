/** Letters that one may have wrong: a third of them. */
const mostWrong = (text: string) => Math.max(1, Math.floor(text.length / 3));

/**
 * The candidate that somebody probably meant: the one that takes the fewest letters more, less, changed or swapped;
 * null when all are too far away. Case counts for nothing.
 */
export function nearestValue<Candidate>(
  text: string,
  candidates: readonly Candidate[],
  nameOf: (candidate: Candidate) => string,
): Candidate | null {
  const wanted = text.toLowerCase();
  let nearest: Candidate | null = null;
  let least = mostWrong(wanted) + 1;
  for (const candidate of candidates) {
    const name = nameOf(candidate).toLowerCase();
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const distance = distanceOf(wanted, name);
    if (distance >= least) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest;
}

/** How many letters must be added, removed, changed or swapped with their neighbour to make one text of the other. */
function distanceOf(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
