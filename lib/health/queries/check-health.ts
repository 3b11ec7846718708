import { databaseError } from "#lib/db/database-error.ts";
import { MigrationError, pendingMigrations } from "#lib/db/migrate.ts";
import { pool } from "#lib/db/pool.ts";

const LIMIT_MS = 5_000;

/** Null when the database answers and has all migrations, else why not, as a sentence. */
export async function checkHealth(): Promise<string | null> {
  try {
    const pending = await withinLimit(pendingMigrations(pool()));
    if (pending.length === 0) return null;
    return `Migrations are missing: ${pending.join(", ")}.`;
  } catch (error) {
    if (error instanceof MigrationError) return error.message;
    const known = databaseError(error);
    if (known instanceof Error && known !== error) return known.message;
    throw error;
  }
}

async function withinLimit<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Query read timeout")), LIMIT_MS);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
