import { describe, expect, it } from "vitest";
import { copyOut } from "./copy-out.ts";
import { downloadPool, pool } from "./pool.ts";
import { Prisma } from "./prisma.ts";

const numbers = (last: number) => Prisma.sql`SELECT n FROM generate_series(1, ${last}::int) n`;
/** More than all buffers on the way hold. */
const LONG = 5_000_000;

describe("copyOut", () => {
  it("gives every row once, and its connection back", async () => {
    let text = "";
    for await (const chunk of copyOut(numbers(50_000), { format: "csv" })) text += chunk.toString();
    expect(text.split("\n")).toEqual([...Array.from({ length: 50_000 }, (_, index) => String(index + 1)), ""]);
    expect(downloadPool().totalCount).toBe(downloadPool().idleCount);
  });

  it("says what Postgres says, before the first row and after it", async () => {
    const read = async (sql: Prisma.Sql) => {
      let bytes = 0;
      for await (const chunk of copyOut(sql, { format: "csv" })) bytes += chunk.length;
      return bytes;
    };
    await expect(read(Prisma.sql`SELECT 1 / ${0}::int`)).rejects.toThrow("division by zero");
    await expect(read(Prisma.sql`SELECT 1 / (100000 - n) FROM generate_series(1, 100000) n`)).rejects.toThrow(
      "division by zero",
    );
    expect(await read(numbers(3))).toBe(6);
  });

  it("lets a reader go who takes nothing for long", async () => {
    const reader = copyOut(numbers(LONG), { format: "csv", stalledMs: 100 });
    await reader.next();
    const running = async () => {
      const { rowCount } = await pool().query(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'astrolabe export' AND state = 'active'",
      );
      return rowCount;
    };
    for (let turn = 0; turn < 200 && (await running()) !== 0; turn++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await running()).toBe(0);
    const rest = async () => {
      for await (const chunk of reader) expect(chunk.length).toBeGreaterThan(0);
    };
    await expect(rest()).rejects.toThrow("The database doesn't answer");
  });

  it("leaves everything else its connections while readers stall, and says so to one reader too many", async () => {
    const stalled = Array.from({ length: downloadPool().options.max }, () => copyOut(numbers(LONG), { format: "csv" }));
    for (const reader of stalled) expect((await reader.next()).done).toBe(false);
    const one = copyOut(numbers(1), { format: "csv" });
    const refused = one.next().then(
      () => "",
      (error: Error) => error.message,
    );
    expect((await pool().query("SELECT 1 AS n")).rows).toEqual([{ n: 1 }]);
    expect(await refused).toMatch(/^6 downloads are on, which is the most at once/);
    for (const reader of stalled) await reader.return(undefined);
    const after = copyOut(numbers(1), { format: "csv" });
    expect(String((await after.next()).value)).toBe("1\n");
    await after.return(undefined);
  });
});
