import { z } from "zod";
import { startEmbeddedPostgres } from "#scripts/embedded-postgres.ts";
import { checkDatabase } from "#scripts/steps/check-database.ts";
import { step } from "#scripts/steps/step.mjs";
import { shareService } from "./share-service.ts";
import { configured, type Provided, type Purpose } from "./provided.ts";

const details = z.object({ url: z.string(), port: z.number() });

/** The configured Postgres, looked at, or else the embedded one, started or shared. */
export async function provideDatabase({ command, mustOwn }: Purpose): Promise<Provided> {
  const address = process.env.DATABASE_URL;
  if (address) {
    await step(
      "Database",
      "asking Postgres",
      () => checkDatabase(address),
      ({ place, version }) => `Postgres ${version} at ${place}`,
    );
    return configured("Database");
  }
  const start = async () => {
    const server = await startEmbeddedPostgres({ dataDir: ".data" });
    // SIGINT is its fast shutdown: nothing that was committed is lost.
    const kill = () => void process.kill(server.pid, "SIGINT");
    return { details: { url: server.url, port: server.port }, stop: () => server.stop(), kill };
  };
  const shared = await step(
    "Database",
    "starting the embedded Postgres",
    () => shareService("postgres", { command, mustOwn, schema: details, start }),
    ({ details: { port }, isOwner }) =>
      `embedded Postgres ${isOwner ? "on" : "that runs already, on"} 127.0.0.1:${port}`,
  );
  return { ...shared, name: "Database", variables: { DATABASE_URL: shared.details.url } };
}
