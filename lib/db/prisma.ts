import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "#lib/env.ts";
import { PrismaClient } from "./generated/client.ts";

export { Prisma } from "./generated/client.ts";

/** A query that a person waits for ends after this time. */
export const READ_TIMEOUT_MS = 20_000;

const holder = globalThis as { astrolabePrisma?: PrismaClient };

/** The process's Prisma client, for pages and the API; its statements end after `READ_TIMEOUT_MS`. */
export function prisma(): PrismaClient {
  return (holder.astrolabePrisma ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().databaseUrl,
        max: 10,
        statement_timeout: READ_TIMEOUT_MS,
        connectionTimeoutMillis: 5_000,
        application_name: "astrolabe-web",
      },
      { onPoolError: () => undefined, onConnectionError: () => undefined },
    ),
  }));
}

/** Ends Prisma's connections; the next call of `prisma()` opens new ones. */
export async function closePrisma(): Promise<void> {
  const current = holder.astrolabePrisma;
  holder.astrolabePrisma = undefined;
  await current?.$disconnect();
}
