import { json } from "node:stream/consumers";
import type { z } from "zod";
import type { YardstickResult } from "#bench/services/run-yardstick.ts";

/** The process of a yardstick: reads its input, does its work, prints its answer. */
export async function yardstick<Input>(
  schema: z.ZodType<Input>,
  work: (input: Input) => Promise<YardstickResult>,
): Promise<void> {
  console.log(JSON.stringify(await work(schema.parse(await json(process.stdin)))));
}
