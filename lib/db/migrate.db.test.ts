import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate, MigrationError, pendingMigrations } from "./migrate.ts";
import { pool } from "./pool.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "migrations-"));
  await pool().query("DROP TABLE IF EXISTS _prisma_migrations, first, second");
});
afterEach(() => rm(folder, { recursive: true }));

const write = async (name: string, sql: string) => {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
};
const url = () => process.env.DATABASE_URL ?? "";

describe("migrate", () => {
  it("applies what is missing, once, in the order of the names", async () => {
    await write("20260102000000_second", "ALTER TABLE first ADD b int;");
    await write("20260101000000_first", "CREATE TABLE first (a int);");
    expect(await pendingMigrations(pool(), folder)).toHaveLength(2);
    expect(await migrate(url(), folder)).toEqual(["20260101000000_first", "20260102000000_second"]);
    expect(await migrate(url(), folder)).toEqual([]);
    expect(await pendingMigrations(pool(), folder)).toEqual([]);
  });

  it("writes the rows that Prisma writes: SHA-256 of the file, finished, one step", async () => {
    await write("20260101000000_first", "SELECT 1;");
    await migrate(url(), folder);
    const { rows } = await pool().query("SELECT * FROM _prisma_migrations");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      migration_name: "20260101000000_first",
      checksum: "17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a",
      applied_steps_count: 1,
      rolled_back_at: null,
      logs: null,
    });
    expect(rows[0].finished_at).toBeInstanceOf(Date);
  });

  it("takes a failing migration back whole and applies it once it is mended", async () => {
    await write("20260101000000_first", "CREATE TABLE first (a int); SELECT nonsense;");
    await expect(migrate(url(), folder)).rejects.toThrow(/20260101000000_first failed and was taken back: .*nonsense/);
    const { rows } = await pool().query(
      "SELECT to_regclass('first') AS found, (SELECT count(*) FROM _prisma_migrations) AS rows",
    );
    expect(rows[0]).toEqual({ found: null, rows: 0 });
    await write("20260101000000_first", "CREATE TABLE first (a int);");
    expect(await migrate(url(), folder)).toEqual(["20260101000000_first"]);
  });

  it("refuses a changed migration, an unknown one and an unfinished one, each with a sentence", async () => {
    await write("20260101000000_first", "SELECT 1;");
    await migrate(url(), folder);
    await write("20260101000000_first", "SELECT 2;");
    await expect(migrate(url(), folder)).rejects.toThrow(/changed after the database applied it/);
    await rm(path.join(folder, "20260101000000_first"), { recursive: true });
    await expect(migrate(url(), folder)).rejects.toThrow(/made by a newer Astrolabe/);
    await write("20260101000000_first", "SELECT 1;");
    await pool().query("UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(migrate(url(), folder)).rejects.toThrow(MigrationError);
  });

  it("lets two starts at once apply each migration once", async () => {
    await write("20260101000000_first", "CREATE TABLE first (a int); SELECT pg_sleep(0.2);");
    const applied = await Promise.all([migrate(url(), folder), migrate(url(), folder)]);
    expect(applied.flat()).toEqual(["20260101000000_first"]);
  });
});
