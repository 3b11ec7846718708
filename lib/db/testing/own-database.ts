import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closePool } from "#lib/db/pool.ts";
import { closePrisma } from "#lib/db/prisma.ts";

// Runs before each database test file: the file gets a migrated database of its own, as DATABASE_URL.
const clusterUrl = inject("clusterUrl");
const name = `test_${randomBytes(6).toString("hex")}`;
const own = new URL(clusterUrl);
own.pathname = `/${name}`;
await admin(`CREATE DATABASE ${name} TEMPLATE astrolabe_template`);
process.env.DATABASE_URL = own.href;

afterAll(async () => {
  await closePrisma();
  await closePool();
  await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
