import pg from "pg";
import type { Prisma } from "./prisma.ts";

/**
 * The text of a statement with its values written into it, for COPY, which takes no parameters. Each value becomes a
 * quoted literal without a type, by the driver's own escaping, so that Postgres reads it as it would the parameter.
 * @throws TypeError for a value that no parameter here may be; a NUL would cut the statement off.
 */
export function literalSql({ strings, values }: Prisma.Sql): string {
  return strings.reduce((text, string, index) => text + literal(values[index - 1]) + string);
}

function literal(value: unknown): string {
  const text = textOf(value);
  if (text === null) return "NULL";
  if (text.includes("\0")) throw new TypeError("A value holds a NUL, which Postgres has no literal for");
  return pg.escapeLiteral(text);
}

function textOf(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `{${value.map(elementOf).join(",")}}`;
  throw new TypeError(`No literal can be made of a value of type ${typeof value}`);
}

/** An array's element in Postgres's notation. */
function elementOf(value: unknown): string {
  const text = Array.isArray(value) ? undefined : textOf(value);
  if (text === undefined) throw new TypeError("No literal can be made of an array in an array");
  return text === null ? "NULL" : `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
