import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { existsSync } from "node:fs";
import { reachablePlaces, removeCluster, type PostgresPlaces } from "./embedded-postgres-places.ts";

export type EmbeddedPostgres = {
  /** Address with password, of the database `astrolabe` (or the one asked for). */
  url: string;
  port: number;
  pid: number;
  /** Shuts the server down; resolves when it is gone. */
  stop(): Promise<void>;
  /** Deletes the cluster of a stopped server, wherever it lies. */
  removeData(): Promise<void>;
};

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;

/**
 * Starts the Postgres 18 that comes from npm, on loopback, with its data under `dataDir` (made when absent).
 * As root it runs as another user, from a place that user can reach (see embedded-postgres-places.ts).
 * A server that a killed run left behind on the same data is shut down first.
 * @throws Error with one sentence and the server's last lines.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  database?: string;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true });
  // Others may pass through (as root, Postgres's user must reach the cluster) but not list.
  await chmod(options.dataDir, 0o711);
  const places = await reachablePlaces(options.dataDir, nativeFolder());
  const password = await passwordOf(options.dataDir);
  if (existsSync(path.join(places.cluster, "PG_VERSION"))) stopLeftover(places);
  else await initialise(places, password);

  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    max_wal_size: "4GB",
    shared_buffers: "256MB",
    jit: "off",
    log_min_messages: "warning",
    ...options.settings,
  };
  const server = spawn(
    path.join(places.native, "bin", "postgres"),
    ["-D", places.cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A group of its own: Ctrl-C in the terminal must not stop it before web and worker are done.
    { ...places.identity, cwd: places.cluster, stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  await untilReady(server, port, password);
  const database = options.database ?? "astrolabe";
  await createDatabase(port, password, database);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    port,
    pid: server.pid ?? 0,
    stop: () => stop(server),
    removeData: () => removeCluster(places.cluster, options.dataDir),
  };
}

/** The folder with `bin`, `lib` and `share` of this platform's package. */
function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.resolve(path.dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `There is no embedded Postgres for ${platform} ${process.arch}; set DATABASE_URL to a Postgres of your own.`,
    );
  }
}

/** Random, made once, in a file that only its owner may read. */
async function passwordOf(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "postgres-password");
  try {
    await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (await readFile(file, "utf8")).trim();
}

async function initialise(places: PostgresPlaces, password: string): Promise<void> {
  // What a broken first attempt left behind would make initdb refuse.
  await rm(places.cluster, { recursive: true, force: true });
  await mkdir(places.cluster, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(places.cluster, "..", `initdb-${randomBytes(6).toString("hex")}`);
  await writeFile(passwordFile, password, { mode: 0o600, flag: "wx" });
  try {
    if (places.identity) {
      await chown(places.cluster, places.identity.uid, places.identity.gid);
      await chown(passwordFile, places.identity.uid, places.identity.gid);
    }
    const result = spawnSync(
      path.join(places.native, "bin", "initdb"),
      [
        `--pgdata=${places.cluster}`,
        `--pwfile=${passwordFile}`,
        "--username=postgres",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions",
      ],
      { ...places.identity, cwd: path.dirname(places.cluster), encoding: "utf8" },
    );
    if (result.status !== 0) {
      await rm(places.cluster, { recursive: true, force: true });
      throw new Error(`initdb failed: ${result.error?.message ?? lastLines(result.stderr)}`);
    }
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function stopLeftover(places: PostgresPlaces): void {
  if (!existsSync(path.join(places.cluster, "postmaster.pid"))) return;
  // pg_ctl looks at the pid file itself; a file without a process makes it fail, which is as good.
  spawnSync(
    path.join(places.native, "bin", "pg_ctl"),
    ["stop", "-D", places.cluster, "-m", "fast", "-t", String(STOP_LIMIT_MS / 1000)],
    { ...places.identity, cwd: places.cluster },
  );
}

async function untilReady(server: ChildProcess, port: number, password: string): Promise<void> {
  let output = "";
  server.stderr?.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)));
  let ended: string | undefined;
  server.on("error", (error) => (ended = error.message));
  server.on("exit", (code) => (ended ??= `it ended with code ${code}`));
  const limit = Date.now() + READY_LIMIT_MS;
  while (Date.now() < limit) {
    if (ended !== undefined) throw new Error(`The embedded Postgres did not start: ${ended}. ${lastLines(output)}`);
    if (await answers(port, password)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop(server);
  throw new Error(`The embedded Postgres did not answer within ${READY_LIMIT_MS / 1000} s. ${lastLines(output)}`);
}

async function answers(port: number, password: string): Promise<boolean> {
  const { default: pg } = await import("pg");
  const client = new pg.Client(connection(port, password));
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function createDatabase(port: number, password: string, database: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client(connection(port, password));
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

const connection = (port: number, password: string) => ({
  host: "127.0.0.1",
  port,
  user: "postgres",
  password,
  database: "postgres",
  connectionTimeoutMillis: 5_000,
});

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  // SIGINT is Postgres's fast shutdown: sessions end, everything committed is kept.
  server.kill("SIGINT");
  const killer = setTimeout(() => server.kill("SIGQUIT"), STOP_LIMIT_MS);
  await gone;
  clearTimeout(killer);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const lastLines = (text: string) => text.trim().split("\n").slice(-5).join(" | ");
