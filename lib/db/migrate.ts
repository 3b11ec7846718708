import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

/** The advisory lock that `prisma migrate deploy` takes, so that the two wait for each other. */
const PRISMA_MIGRATE_LOCK = 72_707_369;

// As Prisma creates it, so that `prisma migrate deploy` and this migrator are interchangeable.
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type Migration = { name: string; sql: string; checksum: string };

/** A migration that can't be applied; the message says why and what to do. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/**
 * Applies what `prisma/migrations` holds and the database lacks, each in a transaction, under Prisma's own lock.
 * @returns the names of the migrations applied now.
 * @throws MigrationError when the database has other migrations than this code.
 */
export async function migrate(databaseUrl: string, folder = migrationsFolder()): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_MIGRATE_LOCK]);
    await client.query(CREATE_TABLE);
    const due = await missingMigrations(client, await readMigrations(folder));
    for (const migration of due) await apply(client, migration);
    return due.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** The names of migrations that the connected database lacks; all of them where it was never migrated. */
export async function pendingMigrations(
  client: Pick<pg.ClientBase, "query">,
  folder = migrationsFolder(),
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const found = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
  if (found.rows[0]?.found !== true) return migrations.map((migration) => migration.name);
  return (await missingMigrations(client, migrations)).map((migration) => migration.name);
}

async function missingMigrations(client: Pick<pg.ClientBase, "query">, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const ours = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = ours.get(row.migration_name);
    if (!migration) {
      throw new MigrationError(
        `The database has the migration ${row.migration_name}, which this version doesn't know: it was made by a newer Astrolabe. Update this one, or set DATABASE_URL to another database.`,
      );
    }
    if (!row.finished) {
      throw new MigrationError(
        `The migration ${row.migration_name} was begun and never finished. Put the database right, then run: prisma migrate resolve.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationError(
        `The migration ${row.migration_name} was changed after the database applied it. Restore the file, or start from an empty database.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new MigrationError(
      `The migration ${name} failed and was taken back: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

function migrationsFolder(): string {
  return path.join(process.cwd(), "prisma", "migrations");
}
