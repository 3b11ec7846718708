/** Something to measure once, and the number that comes of it. */
export type Measurement = () => Promise<number>;

/**
 * Measures each in turn, so many rounds: what else the machine does then falls on all of them alike.
 * @returns the numbers of each, one for each round; none of what is null
 */
export async function interleave<Name extends string>(
  rounds: number,
  measurements: Record<Name, Measurement | null>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(measurements) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const measure = measurements[name];
      if (measure) values[name].push(await measure());
    }
  }
  return values;
}
