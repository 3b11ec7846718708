import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { migrate } from "#lib/db/migrate.ts";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the test cluster's `postgres` database. */
    clusterUrl: string;
  }
}

/** The migrated database that each test file gets a copy of. */
export const TEMPLATE = "astrolabe_template";

/**
 * Vitest's global set-up of the database tests: one real Postgres for the run, with a migrated template, gone at the
 * end. `TEST_DATABASE_URL` names a server to use instead (its user must be allowed to create databases).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? undefined : await startOwnServer();
  const clusterUrl = given ?? server?.url ?? "";
  const template = new URL(clusterUrl);
  template.pathname = `/${TEMPLATE}`;
  await withClient(clusterUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  });
  await migrate(template.href);
  project.provide("clusterUrl", clusterUrl);
  return async () => server?.stop();
}

async function startOwnServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(path.join(process.cwd(), ".test-postgres-"));
  const server = await startEmbeddedPostgres({
    dataDir,
    database: "tests",
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  // A run that is ended in the middle never comes to its tear-down.
  const endAtOnce = () => process.kill(server.pid, "SIGQUIT");
  process.once("exit", endAtOnce);
  return {
    url: server.url,
    stop: async () => {
      process.off("exit", endAtOnce);
      await server.stop();
      await server.removeData();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
