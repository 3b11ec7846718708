import { databaseError } from "#lib/db/database-error.ts";

/**
 * Runs work that uses the database's driver directly, so that a lost database and a timeout come as the errors that
 * routes know.
 */
export async function withDatabaseErrors<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw databaseError(error);
  }
}
