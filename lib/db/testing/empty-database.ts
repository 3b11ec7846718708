import { pool } from "#lib/db/pool.ts";

/** Empties every table of ours in a test's own database and restarts its ids, so that tests don't see each other. */
export async function emptyDatabase(): Promise<void> {
  const { rows } = await pool().query<{ tables: string | null }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables
     FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  const tables = rows[0]?.tables;
  if (tables) await pool().query(`TRUNCATE ${tables} RESTART IDENTITY CASCADE`);
}
