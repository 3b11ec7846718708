import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { pool } from "./pool.ts";

const SQL_TYPE: Record<string, string> = {
  String: "text",
  Int: "int4",
  BigInt: "int8",
  Boolean: "bool",
  Bytes: "bytea",
  "DateTime @db.Timestamptz": "timestamptz",
  "DateTime @db.Date": "date",
  "Json @db.Json": "json",
  "Int @db.SmallInt": "int2",
  Access: "access",
  Outcome: "outcome",
  LogFileState: "log_file_state",
  SyncRunState: "sync_run_state",
};

/** Columns as `table.column type [null]`, as schema.prisma states them. */
function columnsOf(schema: string): string[] {
  const models = new Set([...schema.matchAll(/^model (\w+)/gm)].map((match) => match[1]));
  return [...schema.matchAll(/^model \w+ \{\n(.*?)^\}/gms)].flatMap(([, body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1];
    return body.split("\n").flatMap((line) => {
      const field = /^ {2}(\w+)\s+(\w+)(\?|\[\])?/.exec(line);
      if (!field || models.has(field[2])) return [];
      const native = /@db\.\w+/.exec(line)?.[0];
      const type = SQL_TYPE[native ? `${field[2]} ${native}` : (field[2] ?? "")];
      const column = /@map\("(\w+)"\)/.exec(line)?.[1] ?? field[1];
      // A list may be missing in the database, though Prisma has no word for that.
      return [
        `${table}.${column} ${field[3] === "[]" ? `_${type} null` : `${type}${field[3] === "?" ? " null" : ""}`}`,
      ];
    });
  });
}

describe("schema.prisma", () => {
  it("states the migrated database, column by column", async () => {
    const { rows } = await pool().query<{ column: string }>(
      `SELECT table_name || '.' || column_name || ' ' || udt_name || CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END AS column
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
    );
    const stated = columnsOf(await readFile("prisma/schema.prisma", "utf8"));
    expect(stated.toSorted()).toEqual(rows.map((row) => row.column).toSorted());
    expect(stated.length).toBeGreaterThan(100);
  });

  it("states every enum's values", async () => {
    const { rows } = await pool().query<{ name: string; values: string }>(
      `SELECT typname AS name, string_agg(enumlabel, ' ' ORDER BY enumsortorder) AS values
       FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname`,
    );
    const schema = await readFile("prisma/schema.prisma", "utf8");
    const stated = [...schema.matchAll(/^enum \w+ \{\n(.*?)@@map\("(\w+)"\)/gms)].map(([, values, name]) => ({
      name,
      values: (values ?? "").trim().split(/\s+/).join(" "),
    }));
    expect(stated.toSorted((a, b) => (a.name ?? "").localeCompare(b.name ?? ""))).toEqual(
      rows.toSorted((a, b) => a.name.localeCompare(b.name)),
    );
  });

  it("orders events of the same second by the bytes of their ids, whatever the database's own collation", async () => {
    const { rows } = await pool().query<{ place: string }>(
      `SELECT table_name AS place FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'event_id' AND collation_name IS DISTINCT FROM 'C'`,
    );
    expect(rows).toEqual([]);
  });
});
