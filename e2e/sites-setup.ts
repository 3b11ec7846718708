import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "#scripts/embedded-postgres.ts";
import { startEmbeddedS3 } from "#scripts/embedded-s3/start-embedded-s3.ts";
import { startChild, type Child } from "#scripts/processes/child-process.ts";
import { generateSampleTrail } from "#scripts/sample-trail/generate-sample-trail.ts";
import { createDatabase } from "./create-database.ts";
import { writeHostileTrail } from "./hostile-trail.ts";
import { announceSites, areSitesGiven, type Site } from "./site.ts";
import { freePort, startWeb, until, webVariables } from "./web-process.ts";

const STOP_LIMIT_MS = 15_000;

/**
 * Starts what the tests visit: the built app three times, each with a worker and a database of its own: one synced
 * with the sample trail from an S3 server, one with a folder of hostile records, one with nothing, which tests fill. `E2E_SITES` names running ones to use instead.
 */
export default async function startSites(): Promise<() => Promise<void>> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of stops.toReversed()) await end();
  };
  if (areSitesGiven()) return stop;
  try {
    const folder = await mkdtemp(path.join(process.cwd(), ".test-e2e-"));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    const postgres = await startEmbeddedPostgres({
      dataDir: folder,
      settings: { fsync: "off", full_page_writes: "off" },
    });
    stops.push(async () => {
      await postgres.stop();
      await postgres.removeData();
    });
    const sampleDir = path.join(folder, "sample");
    await generateSampleTrail(sampleDir);
    const s3 = await startEmbeddedS3({ folder: sampleDir, dataDir: folder });
    stops.push(() => s3.stop());
    const hostileDir = path.join(folder, "hostile");
    await writeHostileTrail(hostileDir);

    const start = async (name: string, variables: Record<string, string>) => {
      const logFolder = path.join(folder, "logs", name);
      const site = await startSite({ databaseUrl: await createDatabase(postgres.url, name), variables, logFolder });
      stops.push(site.stop);
      return site;
    };
    const hostile = await start("hostile", { TRAIL_URLS: `file://${hostileDir}` });
    const sample = await start("sample", s3.variables);
    const emptyDir = path.join(folder, "empty");
    await mkdir(emptyDir);
    const arrivals = await start("arrivals", { TRAIL_URLS: `file://${emptyDir}` });
    announceSites({ sample, hostile, arrivals });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function startSite(options: {
  databaseUrl: string;
  variables: Record<string, string>;
  logFolder: string;
}): Promise<Site & { stop: () => Promise<void> }> {
  const { databaseUrl, logFolder } = options;
  const port = await freePort();
  const variables = { ...process.env, ...options.variables, ...webVariables(databaseUrl, port) };
  const worker = startChild({ name: "worker", command: ["scripts/worker.ts"], variables, logFolder });
  const web = startWeb({ databaseUrl, port, logFolder, variables: options.variables });
  try {
    const [{ url, child }] = await Promise.all([web, untilSynced(databaseUrl, worker)]);
    const stop = async () => {
      await Promise.all([worker.stop(STOP_LIMIT_MS), child.stop(STOP_LIMIT_MS)]);
    };
    return { url, databaseUrl, stop };
  } catch (error) {
    const [started] = await Promise.allSettled([web]);
    if (started.status === "fulfilled") await started.value.child.stop(STOP_LIMIT_MS);
    await worker.stop(STOP_LIMIT_MS);
    throw error;
  }
}

async function untilSynced(databaseUrl: string, worker: Child): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await until("the first pass of the sync", worker, async () => {
      const { rows } = await client.query<{ state: string; error: string | null }>(
        "SELECT state, error FROM sync_run WHERE finished_at IS NOT NULL ORDER BY id LIMIT 1",
      );
      if (rows[0] && !["complete", "partial"].includes(rows[0].state))
        throw new Error(`The sync failed: ${rows[0].error}`);
      return rows.length > 0;
    });
  } finally {
    await client.end();
  }
}
