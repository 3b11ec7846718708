import { pool } from "#lib/db/pool.ts";

/**
 * Empties every table of ours in a test's own database and restarts its ids, so that tests don't see each other. Tables
 * that nothing is in are left alone: to empty one is to make its files anew.
 */
export async function emptyDatabase(): Promise<void> {
  await pool().query(`DO $$
    DECLARE
      each text;
      used boolean;
      tables text;
    BEGIN
      FOR each IN SELECT quote_ident(tablename) FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
      LOOP
        EXECUTE 'SELECT EXISTS (SELECT FROM ' || each || ')' INTO used;
        IF used THEN tables := concat_ws(', ', tables, each); END IF;
      END LOOP;
      IF tables IS NOT NULL THEN EXECUTE 'TRUNCATE ' || tables || ' CASCADE'; END IF;
      PERFORM setval(quote_ident(sequencename)::regclass, start_value, false) FROM pg_sequences
        WHERE schemaname = 'public' AND last_value IS NOT NULL;
    END $$`);
}
