import { z } from "zod";
import { databaseError } from "./database-error.ts";
import { type Prisma, prisma } from "./prisma.ts";

/** `bigint` as Prisma (bigint) or `pg` (number) gives it. */
export const dbNumber = z.union([z.bigint(), z.number()]).transform(Number);

/**
 * The rows of a query, each checked against the schema.
 * @throws QueryTimeoutError, DatabaseUnavailableError; ZodError when the rows aren't what the code expects.
 */
export async function readRows<Row>(row: z.ZodType<Row>, sql: Prisma.Sql): Promise<Row[]> {
  let rows: unknown;
  try {
    rows = await prisma().$queryRaw(sql);
  } catch (error) {
    throw databaseError(error);
  }
  return z.array(row).parse(rows);
}

/** The only row of a query such as an aggregate. */
export async function readRow<Row>(row: z.ZodType<Row>, sql: Prisma.Sql): Promise<Row> {
  const [first] = await readRows(row, sql);
  if (first === undefined) throw new Error("The query gave no row.");
  return first;
}
