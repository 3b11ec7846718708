import { z } from "zod";
import { fileURLToPath } from "node:url";
import { runProcess } from "./run-process.ts";

const answer = z.object({ elapsedMs: z.number(), count: z.number(), bytes: z.number() });

/** What a yardstick took, without the start of its process, and what it counted. */
export type YardstickResult = z.infer<typeof answer>;

/** Runs one of bench/yardsticks in a process of its own, which gets its input as JSON and answers so. */
export async function runYardstick(
  name: string,
  input: object,
  signal: AbortSignal,
  variables: Record<string, string> = {},
): Promise<YardstickResult> {
  const script = fileURLToPath(new URL(`../yardsticks/${name}.ts`, import.meta.url));
  const { code, lastLine, errorText } = await runProcess({
    command: [script],
    variables: { ...process.env, ...variables },
    input: JSON.stringify(input),
    signal,
  });
  if (code !== 0) throw new Error(`The yardstick ${name} ended with code ${code}: ${errorText.trim().slice(-500)}`);
  return answer.parse(JSON.parse(lastLine));
}
