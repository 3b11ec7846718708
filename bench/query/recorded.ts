import { prisma, type Prisma } from "#lib/db/prisma.ts";

type Recorded<Result> = { result: Result; elapsedMs: number; statements: Prisma.Sql[] };

/** Does what the product does for a page, and tells the statements that it asked and how long it took in all. */
export async function recorded<Result>(work: () => Promise<Result>): Promise<Recorded<Result>> {
  const client = prisma();
  const statements: Prisma.Sql[] = [];
  const ask = Reflect.get(client, "$queryRaw") as (sql: Prisma.Sql) => Promise<unknown>;
  const record = (sql: Prisma.Sql) => {
    statements.push(sql);
    return ask.call(client, sql);
  };
  Object.defineProperty(client, "$queryRaw", { value: record, configurable: true, writable: true });
  try {
    const started = performance.now();
    const result = await work();
    return { result, elapsedMs: performance.now() - started, statements };
  } finally {
    Object.defineProperty(client, "$queryRaw", { value: ask, configurable: true, writable: true });
  }
}
