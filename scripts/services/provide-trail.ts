import path from "node:path";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { s3Credentials } from "#scripts/embedded-s3/s3-credentials.ts";
import { sampleVariables, startEmbeddedS3 } from "#scripts/embedded-s3/start-embedded-s3.ts";
import { generateSampleTrail } from "#scripts/sample-trail/generate-sample-trail.ts";
import { checkTrails } from "#scripts/steps/check-trails.ts";
import { step } from "#scripts/steps/step.mjs";
import { configured, type Provided, type Purpose } from "./provided.ts";
import { shareService } from "./share-service.ts";

const DATA = path.resolve(".data");
const details = z.object({ endpoint: z.url(), objects: z.number() });
const count = new Intl.NumberFormat("en");

/** The configured trails, looked at, or else the sample trail on an embedded S3 server, started or shared. */
export async function provideTrail({ command, mustOwn }: Purpose): Promise<Provided> {
  if (process.env.TRAIL_URLS) {
    const { trailUrls } = env();
    await step(
      "Trail",
      "asking for its folders",
      () => checkTrails(trailUrls),
      (lines) => lines.join(", "),
    );
    return configured("S3");
  }
  const folder = path.join(DATA, "sample-trail");
  const start = async () => {
    await step(
      "Sample",
      "writing the sample trail",
      () => generateSampleTrail(folder),
      ({ files, isNew }) => `sample trail of ${count.format(files.length)} log files ${isNew ? "written" : "is there"}`,
    );
    const server = await step(
      "S3",
      "starting the embedded S3 server",
      () => startEmbeddedS3({ folder, dataDir: DATA }),
      ({ endpoint }) => `embedded, read-only, on ${new URL(endpoint).host}`,
    );
    const { endpoint, objects, child } = server;
    return { details: { endpoint, objects }, stop: () => server.stop(), kill: () => child.kill() };
  };
  const shared = await shareService("s3", { command, mustOwn, schema: details, start });
  const credentials = await s3Credentials(path.join(DATA, "s3-credentials.json"));
  return { ...shared, name: "S3", variables: sampleVariables(shared.details.endpoint, credentials) };
}
