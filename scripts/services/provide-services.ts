import { migrate } from "#lib/db/migrate.ts";
import { compileScanner } from "#scripts/steps/compile-scanner.ts";
import { generateClient } from "#scripts/steps/generate-client.ts";
import { step } from "#scripts/steps/step.mjs";
import { provideDatabase } from "./provide-database.ts";
import { provideTrail } from "./provide-trail.ts";
import type { Provided, Purpose } from "./provided.ts";

/**
 * Everything that a command of Astrolabe needs around it: database with its tables, trail, generated client. Puts what
 * was found into `process.env`, which children inherit.
 * @param onProvided is told of each part as it is there, so that it can be ended whatever happens next
 */
export async function provideServices(
  purpose: Purpose,
  signal: AbortSignal,
  onProvided: (part: Provided) => void,
): Promise<void> {
  for (const provide of [provideDatabase, provideTrail]) {
    const part = await provide(purpose);
    onProvided(part);
    Object.assign(process.env, part.variables);
    signal.throwIfAborted();
  }
  await generateClient();
  await compileScanner();
  signal.throwIfAborted();
  await step(
    "Migrations",
    "bringing the tables up to date",
    () => migrate(process.env.DATABASE_URL ?? ""),
    (applied) => (applied.length === 0 ? "tables are up to date" : `${applied.length} applied: ${applied.join(", ")}`),
  );
  signal.throwIfAborted();
}
