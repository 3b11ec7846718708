import { describe, expect, it } from "vitest";
import { cursorRows } from "./cursor-rows.ts";
import { cursorPool, pool } from "./pool.ts";
import { Prisma } from "./prisma.ts";

const numbers = (last: number) => Prisma.sql`SELECT n FROM generate_series(1, ${last}::int) n`;

describe("cursorRows", () => {
  it("gives every row once, in batches, and its connection back", async () => {
    const seen: string[] = [];
    for await (const rows of cursorRows(numbers(5_000), { maxRows: 700 })) seen.push(...rows.map(([n]) => n ?? ""));
    expect(seen).toEqual(Array.from({ length: 5_000 }, (_, index) => String(index + 1)));
    expect(cursorPool().totalCount).toBe(cursorPool().idleCount);
  });

  it("leaves everything else its connections while readers stall, and says so to one reader too many", async () => {
    const stalled = Array.from({ length: cursorPool().options.max }, () => cursorRows(numbers(5_000), { maxRows: 50 }));
    for (const reader of stalled) expect((await reader.next()).done).toBe(false);
    const one = cursorRows(numbers(1), { maxRows: 50 });
    const refused = one.next().then(
      () => "",
      (error: Error) => error.message,
    );
    expect((await pool().query("SELECT 1 AS n")).rows).toEqual([{ n: 1 }]);
    expect(await refused).toMatch(/^6 downloads are on, which is the most at once/);
    for (const reader of stalled) await reader.return(undefined);
    const after = cursorRows(numbers(1), { maxRows: 50 });
    expect((await after.next()).value).toEqual([["1"]]);
    await after.return(undefined);
  });
});
