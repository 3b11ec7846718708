import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

export type PostgresPlaces = {
  /** Folder with bin, lib and share. */
  native: string;
  /** The cluster's data folder. */
  cluster: string;
  /** Whom the server runs as; undefined: as we do. */
  identity: { uid: number; gid: number } | undefined;
};

/** Where things go that a folder only root may enter can't hold. */
const SHARED_FOLDER = "/var/lib/astrolabe";
const USER = "astrolabe";

/**
 * Where the embedded Postgres keeps its data and runs its binaries from. Postgres refuses to run as root, and the user
 * it then runs as can't enter a clone under a 0700 folder: binaries and data go to a reachable place, which
 * `location` in `dataDir` records (a new one is made once that file is gone).
 */
export async function reachablePlaces(dataDir: string, packaged: string): Promise<PostgresPlaces> {
  const here = { native: packaged, cluster: path.join(dataDir, "postgres") };
  if (process.getuid?.() !== 0) return { ...here, identity: undefined };

  const identity = unprivilegedUser();
  const native = mayUse(identity, path.join(packaged, "bin", "postgres")) ? packaged : await copyBinaries(packaged);
  const recorded = await readLocation(dataDir);
  if (recorded !== undefined) return { native, cluster: recorded, identity };
  if (mayUse(identity, dataDir)) return { native, cluster: here.cluster, identity };
  const cluster = path.join(SHARED_FOLDER, randomBytes(8).toString("hex"), "postgres");
  await mkdir(path.dirname(cluster), { recursive: true, mode: 0o711 });
  await openTo(SHARED_FOLDER, 0o711);
  await openTo(path.dirname(cluster), 0o711);
  await writeFile(path.join(dataDir, "location"), `${cluster}\n`, { mode: 0o600 });
  return { native, cluster, identity };
}

/** Deletes a cluster and, where it lies outside `dataDir`, the folder made for it. */
export async function removeCluster(cluster: string, dataDir: string): Promise<void> {
  const own = path.relative(dataDir, cluster).startsWith("..") ? path.dirname(cluster) : cluster;
  await rm(own, { recursive: true, force: true });
}

async function readLocation(dataDir: string): Promise<string | undefined> {
  const file = path.join(dataDir, "location");
  return existsSync(file) ? (await readFile(file, "utf8")).trim() : undefined;
}

/** The umask may have taken away what mkdir's mode gave. */
async function openTo(folder: string, mode: number): Promise<void> {
  await chmod(folder, mode);
}

async function copyBinaries(packaged: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(packaged, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const target = path.join(SHARED_FOLDER, `postgres-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o711 });
  await openTo(SHARED_FOLDER, 0o711);
  await cp(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", unfinished]);
  await chown(unfinished, 0, 0);
  // Two starts at once: the first rename wins, the other's copy goes.
  await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true, force: true }));
  return target;
}

/** Whether that user can reach and execute (for a folder: enter) the path: asked of the system, not worked out. */
function mayUse(identity: { uid: number; gid: number }, target: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", target], { ...identity, cwd: "/" }).status === 0;
}

function unprivilegedUser(): { uid: number; gid: number } {
  const found = idsOf(USER);
  if (found) return found;
  const made = spawnSync(
    "useradd",
    ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", USER],
    {
      encoding: "utf8",
    },
  );
  const ids = idsOf(USER);
  if (!ids) {
    throw new Error(
      `Postgres does not run as root, and the user ${USER} could not be made (${made.error?.message ?? made.stderr.trim()}). Run as another user, or set DATABASE_URL.`,
    );
  }
  return ids;
}

function idsOf(user: string): { uid: number; gid: number } | undefined {
  const id = (flag: string) => Number.parseInt(spawnSync("id", [flag, user], { encoding: "utf8" }).stdout, 10);
  const [uid, gid] = [id("-u"), id("-g")];
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid };
}
