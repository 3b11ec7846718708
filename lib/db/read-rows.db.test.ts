import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Prisma } from "./prisma.ts";
import { pool } from "./pool.ts";
import { dbNumber, readRow, readRows } from "./read-rows.ts";

const asleep = () => readRow(z.object({ slept: z.string() }), Prisma.sql`SELECT pg_sleep(30)::text AS slept`);

/** Does something to the server process that sleeps for `asleep`. */
async function toSleeper(signal: "pg_cancel_backend" | "pg_terminate_backend"): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    const { rowCount } = await pool().query(
      `SELECT ${signal}(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep(30)%'`,
    );
    if (rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("Nobody sleeps.");
}

describe("readRows", () => {
  it("checks each row and turns bigint into numbers", async () => {
    const sql = Prisma.sql`SELECT generate_series(1, 2)::bigint AS n, ${"text"} AS t`;
    expect(await readRows(z.object({ n: dbNumber, t: z.string() }), sql)).toEqual([
      { n: 1, t: "text" },
      { n: 2, t: "text" },
    ]);
    await expect(readRows(z.object({ n: z.string() }), sql)).rejects.toThrow(z.ZodError);
  });

  it("says that a query took too long", async () => {
    const [outcome] = await Promise.allSettled([asleep(), toSleeper("pg_cancel_backend")]);
    expect(outcome).toMatchObject({ status: "rejected", reason: { name: "QueryTimeoutError" } });
  });

  it("says that the database went away, and works again afterwards", async () => {
    const [outcome] = await Promise.allSettled([asleep(), toSleeper("pg_terminate_backend")]);
    expect(outcome).toMatchObject({ status: "rejected", reason: { name: "DatabaseUnavailableError" } });
    expect(await readRow(z.object({ one: z.int() }), Prisma.sql`SELECT 1 AS one`)).toEqual({ one: 1 });
  });
});
