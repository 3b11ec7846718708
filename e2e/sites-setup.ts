import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { migrate } from "#lib/db/migrate.ts";
import { startEmbeddedPostgres } from "#scripts/embedded-postgres.ts";
import { startEmbeddedS3 } from "#scripts/embedded-s3/start-embedded-s3.ts";
import { generateSampleTrail } from "#scripts/sample-trail/generate-sample-trail.ts";
import { writeHostileTrail } from "./hostile-trail.ts";
import { announceSites, areSitesGiven, type Site } from "./site.ts";

const SYNC_LIMIT_MS = 300_000;
const STOP_LIMIT_MS = 15_000;

/**
 * Starts what the tests visit: the built app twice, each with a worker and a database of its own, one synced with the
 * sample trail from an S3 server, one with a folder of hostile records. `E2E_SITES` names running ones to use instead.
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
    const trailDir = path.join(folder, "sample");
    await generateSampleTrail(trailDir);
    const s3 = await startEmbeddedS3({ trailDir, dataDir: folder });
    stops.push(() => s3.stop());
    const hostileDir = path.join(folder, "hostile");
    await writeHostileTrail(hostileDir);

    const start = async (name: string, variables: Record<string, string>) => {
      const site = await startSite(await createDatabase(postgres.url, name), variables);
      stops.push(site.stop);
      return site;
    };
    const hostile = await start("hostile", { TRAIL_URLS: `file://${hostileDir}` });
    const sample = await start("sample", s3.env);
    announceSites({ sample, hostile });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return url.href;
}

async function startSite(
  databaseUrl: string,
  variables: Record<string, string>,
): Promise<Site & { stop: () => Promise<void> }> {
  const port = await freePort();
  const env = {
    ...process.env,
    ...variables,
    DATABASE_URL: databaseUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    SYNC_INTERVAL_MINUTES: "60",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const run = (...command: string[]) =>
    spawn(process.execPath, command, { env, stdio: ["ignore", "ignore", "inherit"] });
  const worker = run("scripts/worker.ts");
  const web = run("node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1", "--port", String(port));
  const stop = async () => {
    await Promise.all([ended(worker), ended(web)]);
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await Promise.all([untilSynced(databaseUrl, worker), untilAnswers(`${url}/api/health`, web)]);
    return { url, databaseUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilSynced(databaseUrl: string, worker: ChildProcess): Promise<void> {
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

function untilAnswers(url: string, web: ChildProcess): Promise<void> {
  return until("the web's answer", web, async () => (await fetch(url).catch(() => null))?.ok === true);
}

async function until(what: string, child: ChildProcess, isTrue: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + SYNC_LIMIT_MS; Date.now() < end; await sleep(250)) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(" ")} ended with ${child.exitCode}.`);
    if (await isTrue()) return;
  }
  throw new Error(`Waited ${SYNC_LIMIT_MS / 1000} s in vain for ${what}.`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await Promise.race([gone, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
  child.kill("SIGKILL");
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
