import { figureOf, type Figure } from "#bench/figures/figure.ts";
import { interleave } from "#bench/figures/interleave.ts";
import type { QueryBench } from "./query-bench.ts";

/** Something counted by the product and by DuckDB; both answer with the counts, so that they can be compared. */
export type Counting = {
  work: string;
  ours: () => Promise<number[]>;
  /** A query whose column `n` is the counts. */
  duckdb: string;
};

/**
 * Measures both in turn.
 * @throws Error where they don't count the same
 */
export async function counted(
  scenario: string,
  { work, ours, duckdb }: Counting,
  { runs, duckdb: duck, signal }: QueryBench,
  budget: Figure["budget"] = { kind: "times", atMost: 2 },
): Promise<Figure> {
  signal.throwIfAborted();
  const [mine, other] = [await ours(), await duck.ask(duckdb)];
  const theirs = other.rows.map(({ n }) => Number(n));
  const inOrder = (counts: number[]) =>
    counts
      .filter((n) => n > 0)
      .toSorted((a, b) => b - a)
      .join(" ");
  if (inOrder(mine) !== inOrder(theirs))
    throw new Error(`The bench can't be right: “${work}” isn't what DuckDB counts.`);
  const elapsed = async (): Promise<number> => {
    const started = performance.now();
    await ours();
    return performance.now() - started;
  };
  const measured = await interleave(runs, { ours: elapsed, duckdb: async () => (await duck.ask(duckdb)).elapsedMs });
  const yardstick = { name: "DuckDB on Parquet", runs: measured.duckdb };
  return figureOf({ scenario, work, unit: "ms", ours: measured.ours, yardstick, budget });
}
