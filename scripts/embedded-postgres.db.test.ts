import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./embedded-postgres.ts";

let parent: string;
let dataDir: string;
let servers: EmbeddedPostgres[];

beforeEach(async () => {
  // As under a home that only its owner may enter: Postgres's own user can't, when we are root.
  parent = await mkdtemp(path.join(process.cwd(), ".test-postgres-"));
  await chmod(parent, 0o700);
  dataDir = path.join(parent, "data");
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  await servers.at(-1)?.removeData();
  await rm(parent, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, settings: { shared_buffers: "16MB" } });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it("keeps its data over a restart, also under a folder that only its owner may enter", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept AS SELECT 7 AS n");
  await first.stop();
  const second = await start();
  expect(await query(second.url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
});

it("answers on loopback alone, to its random password alone, which only the owner may read", async () => {
  const server = await start();
  expect(await query(server.url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await query(server.url, "SHOW unix_socket_directories")).toEqual([{ unix_socket_directories: "" }]);
  expect((await stat(path.join(dataDir, "postgres-password"))).mode & 0o777).toBe(0o600);
  const wrong = new URL(server.url);
  wrong.password = "password";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
});

it("takes over from a server that a killed run left behind, without losing what was committed", async () => {
  const left = await start();
  await query(left.url, "CREATE TABLE kept AS SELECT 1 AS n");
  const second = await start();
  expect(second.pid).not.toBe(left.pid);
  expect(() => process.kill(left.pid, 0)).toThrow(/ESRCH/);
  expect(await query(second.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
});

it("forgets a cluster elsewhere once the file that records its place is gone", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept AS SELECT 1 AS n");
  await first.stop();
  await first.removeData();
  await rm(dataDir, { recursive: true });
  const second = await start();
  expect(await query(second.url, "SELECT to_regclass('kept') AS found")).toEqual([{ found: null }]);
});
