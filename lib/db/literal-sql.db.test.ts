import fc from "fast-check";
import { expect, it } from "vitest";
import { literalSql } from "./literal-sql.ts";
import { pool } from "./pool.ts";
import { Prisma } from "./prisma.ts";

/** What is likeliest to break out of a literal, among any other text. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom("'", "\\", '"', "$$", "$1", "--", "/*", ";", "E'", "\n", "{", "}", ",", "\\'", "''", "%", "NULL"),
      fc.string({ unit: "binary" }),
    ),
  )
  .map((parts) => parts.join("").replaceAll("\0", "").toWellFormed());

const both = async (sql: Prisma.Sql) => ({
  bound: (await pool().query({ text: sql.text, values: sql.values, rowMode: "array" })).rows,
  written: (await pool().query({ text: literalSql(sql), rowMode: "array" })).rows,
});

it("reads every text and list of texts as the parameter is read, whatever is in it", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, fc.array(hostile), async (text, list) => {
      const { bound, written } = await both(
        Prisma.sql`SELECT ${text}::text, ${list}::text[], 'x' || ${text}, 'a' = ANY(${list}), 'a' LIKE ${text.replaceAll("\\", "")}`,
      );
      expect(written).toEqual(bound);
      expect(written[0]?.[0]).toBe(text);
    }),
    { numRuns: 100 },
  );
});

it("reads numbers, flags and nothing as parameters are read", async () => {
  const sql = Prisma.sql`SELECT 1 WHERE 7 <= ${7} AND 7.5 < ${7.6}::float8 AND ${true} AND ${null}::text IS NULL
    AND 2 = ANY(${[1, 2]}) AND 9007199254740993 = ${9007199254740993n} LIMIT ${1}`;
  expect(await both(sql)).toEqual({ bound: [[1]], written: [[1]] });
});

it("never ends its own literal: one statement stays one", async () => {
  await pool().query("CREATE TABLE still_there (n int)");
  for (const attack of [
    "'; DROP TABLE still_there; --",
    "\\'; DROP TABLE still_there; --",
    "$$; DROP TABLE still_there",
  ]) {
    const { rows } = await pool().query(literalSql(Prisma.sql`SELECT ${attack} AS text, ${[attack]}::text[] AS list`));
    expect(rows).toEqual([{ text: attack, list: [attack] }]);
  }
  expect((await pool().query("SELECT FROM still_there")).rowCount).toBe(0);
});

it("refuses what would cut the statement off or has no one meaning", () => {
  expect(() => literalSql(Prisma.sql`SELECT ${"a\0'; DROP TABLE event"}`)).toThrow(TypeError);
  expect(() => literalSql(Prisma.sql`SELECT ${["\0"]}`)).toThrow(TypeError);
  expect(() => literalSql(Prisma.sql`SELECT ${Number.NaN}`)).toThrow(TypeError);
  expect(() => literalSql(Prisma.sql`SELECT ${{ toString: () => "1" }}`)).toThrow(TypeError);
  expect(() => literalSql(Prisma.sql`SELECT ${[[1]] as never}`)).toThrow(TypeError);
});
