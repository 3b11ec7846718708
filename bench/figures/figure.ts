import { z } from "zod";
import { median } from "./median.ts";

const measured = z.object({
  /** The median of the runs. */
  value: z.number(),
  runs: z.array(z.number()),
});

const schema = z.object({
  scenario: z.string(),
  work: z.string(),
  unit: z.string(),
  /** Null where it can't be measured on this machine, which `note` explains. */
  ours: measured.nullable(),
  yardstick: measured.extend({ name: z.string() }).nullable(),
  /** Ours by the yardstick's: more is faster for amounts in a time, slower for times. */
  ratio: z.number().nullable(),
  budget: z
    .union([
      z.object({ kind: z.literal("ratio"), atLeast: z.number() }),
      z.object({ kind: z.literal("times"), atMost: z.number() }),
      z.object({ kind: z.literal("value"), atMost: z.number() }),
    ])
    .nullable(),
  note: z.string().nullable(),
});

/** One line of a bench: what we reach, what the yardstick reaches, and what was promised. */
export type Figure = z.infer<typeof schema>;
export const figureSchema = schema;

type Given = Pick<Figure, "scenario" | "work" | "unit"> & {
  /** One value for each run; empty where there is none to be had. */
  ours: readonly number[];
  yardstick?: { name: string; runs: readonly number[] };
  budget?: Figure["budget"];
  note?: string;
};

/** Makes the medians and the ratio of what was measured. */
export function figureOf({ ours, yardstick, budget, note, ...named }: Given): Figure {
  const mine = summarised(ours);
  const other = summarised(yardstick?.runs ?? []);
  return {
    ...named,
    ours: mine,
    yardstick: yardstick && other ? { ...other, name: yardstick.name } : null,
    ratio: mine && other && other.value > 0 ? rounded(mine.value / other.value) : null,
    budget: budget ?? null,
    note: note ?? null,
  };
}

/** Whether the budget is kept; null where there is none, or nothing to judge by. */
export function isMet({ ours, ratio, budget }: Pick<Figure, "ours" | "ratio" | "budget">): boolean | null {
  if (budget?.kind === "ratio") return ratio === null ? null : ratio >= budget.atLeast;
  if (budget?.kind === "times") return ratio === null ? null : ratio <= budget.atMost;
  if (budget?.kind === "value") return ours === null ? null : ours.value <= budget.atMost;
  return null;
}

const summarised = (runs: readonly number[]) =>
  runs.length === 0 ? null : { value: rounded(median(runs)), runs: runs.map(rounded) };

/** More digits than any clock deserves. */
const rounded = (value: number) => Number(value.toPrecision(6));
