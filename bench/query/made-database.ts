import type { BenchPostgres } from "#bench/services/bench-postgres.ts";
import { makeEvents } from "#scripts/made-events/make-events.ts";
import { step } from "#scripts/steps/step.mjs";

/** The address of a database with so many made events, from an earlier bench where that has kept it. */
export async function madeDatabase(
  postgres: BenchPostgres,
  { events, records, signal }: { events: number; records: "whole" | "short"; signal: AbortSignal },
): Promise<string> {
  const amount = events.toLocaleString("en-US");
  const make = (databaseUrl: string) =>
    step(
      "Bench",
      `making ${amount} events`,
      () => makeEvents({ databaseUrl, events, records, signal }),
      () => `${amount} events made`,
    );
  return postgres.filledDatabase(`events_${events}_${records}`, make);
}
