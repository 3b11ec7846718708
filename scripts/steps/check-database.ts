import pg from "pg";
import { Refusal } from "./refusal.mjs";

const CONNECT_LIMIT_MS = 8_000;
const OLDEST = 16;

/** What a configured database is, once it is known to do. */
export type DatabaseCheck = { version: string; place: string };

/**
 * Connects to the configured Postgres and looks whether it is new enough and lets us make our tables.
 * @throws Refusal with one sentence; the password is never in it.
 */
export async function checkDatabase(databaseUrl: string): Promise<DatabaseCheck> {
  const place = placeOf(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return { place, version: await versionAndRights(client, place) };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(sentence(error, place, databaseUrl));
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function versionAndRights(client: pg.Client, place: string): Promise<string> {
  const { rows } = await client.query<{
    version: string;
    user: string;
    schema: string | null;
    table: boolean;
    pgboss: boolean;
  }>(
    `SELECT current_setting('server_version') AS version, current_user AS user, current_schema() AS schema,
            coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS table,
            has_database_privilege(current_database(), 'CREATE') OR to_regnamespace('pgboss') IS NOT NULL AS pgboss`,
  );
  const [row] = rows;
  if (!row) throw new Refusal(`Postgres at ${place} answers without an answer; check DATABASE_URL.`);
  if (Number.parseInt(row.version, 10) < OLDEST) {
    throw new Refusal(`Postgres at ${place} is version ${row.version}; Astrolabe needs ${OLDEST} or newer.`);
  }
  if (!row.table) {
    throw new Refusal(
      `The user ${row.user} may not create tables in ${place}; let its owner run: GRANT CREATE ON SCHEMA ${row.schema ?? "public"} TO "${row.user}".`,
    );
  }
  if (!row.pgboss) {
    const database = place.slice(place.lastIndexOf("/") + 1);
    throw new Refusal(
      `The user ${row.user} may not create the schema of the job queue in ${place}; let its owner run: GRANT CREATE ON DATABASE "${database}" TO "${row.user}".`,
    );
  }
  return row.version.split(" ")[0] ?? row.version;
}

function sentence(error: unknown, place: string, databaseUrl: string): string {
  const { code, message } = error as { code?: string; message?: string };
  const user = decodeURIComponent(URL.parse(databaseUrl)?.username ?? "");
  switch (code) {
    case "ECONNREFUSED":
    case "ECONNRESET":
      return `No Postgres answers at ${place}; start it, or correct DATABASE_URL.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host of DATABASE_URL (${place}) has no address; correct the name.`;
    case "28P01":
    case "28000":
      return `Postgres at ${place} doesn't let ${user || "this user"} in (${message}); correct user or password in DATABASE_URL.`;
    case "3D000":
      return `There is no such database at ${place}; create it, or correct DATABASE_URL.`;
    case "42501":
      return `The user ${user} lacks a right at ${place} (${message}).`;
    case "57P03":
      return `Postgres at ${place} is starting or stopping (${message}); try again in a moment.`;
    case "53300":
      return `Postgres at ${place} has no connection left (${message}); raise max_connections or end others.`;
    default:
      if (/timeout/i.test(message ?? "")) {
        return `Postgres at ${place} doesn't answer within ${CONNECT_LIMIT_MS / 1000} s; check address, port and firewall of DATABASE_URL.`;
      }
      return `Postgres at ${place} can't be used (${message ?? String(error)}); check DATABASE_URL.`;
  }
}

/** Host, port and database, without user and password. */
function placeOf(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  if (!url) return "the address in DATABASE_URL";
  return `${url.hostname || "localhost"}:${url.port || "5432"}/${url.pathname.slice(1) || url.username}`;
}
