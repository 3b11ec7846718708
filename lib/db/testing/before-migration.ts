import { readdir, readFile } from "node:fs/promises";
import type { PoolClient } from "pg";
import { pool } from "#lib/db/pool.ts";

const FOLDER = "prisma/migrations";
const textOf = (name: string) => readFile(`${FOLDER}/${name}/migration.sql`, "utf8");

export type BeforeMigration = { client: PoolClient; migrate: () => Promise<void> };

/**
 * Gives a test the tables as the migrations before one of them left them, in a schema of its own that is taken back
 * afterwards; `migrate` does that one.
 */
export async function beforeMigration(name: string, work: (db: BeforeMigration) => Promise<void>): Promise<void> {
  const folders = (await readdir(FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const before = folders.map((entry) => entry.name).filter((other) => other < name);
  const client = await pool().connect();
  try {
    await client.query("BEGIN; CREATE SCHEMA before; SET LOCAL search_path TO before");
    for (const other of before.toSorted()) await client.query(await textOf(other));
    await work({ client, migrate: async () => void (await client.query(await textOf(name))) });
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}
