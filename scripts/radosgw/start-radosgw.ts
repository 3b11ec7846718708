import { execFile, spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, open, readFile, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { cephConf } from "./ceph-conf.ts";
import type { RadosgwKit } from "./radosgw-kit.ts";

const run = promisify(execFile);

export type S3User = { name: string; accessKeyId: string; secretAccessKey: string };
/** A role that a user may assume, and what it may do, as policies have it. */
export type S3Role = { name: string; trustedUser: string; actions: string[] };
export type Radosgw = {
  endpoint: string;
  /** Ends every process at once and removes their folder. */
  stop(): void;
};

const TOOL_LIMIT_MS = 60_000;
const READY_LIMIT_MS = 30_000;

/**
 * Starts Ceph's S3 server with its monitor and object store, on loopback, with objects in memory. Its processes end
 * with `stop`, when starting fails, and when this process exits.
 * @throws Error with one sentence and the last line of the part that failed
 */
export async function startRadosgw(kit: RadosgwKit, users: S3User[], roles: S3Role[] = []): Promise<Radosgw> {
  const runDir = await mkdtemp(path.join(tmpdir(), "astrolabe-radosgw-"));
  const daemons: ChildProcess[] = [];
  const stop = () => {
    process.off("exit", stop);
    for (const daemon of daemons) daemon.kill("SIGKILL");
    rmSync(runDir, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", stop);

  const inRun = (name: string) => path.join(runDir, name);
  const env = { ...process.env, LD_LIBRARY_PATH: kit.libraryPath };
  const tool = (name: string, ...arguments_: string[]) =>
    run(path.join(kit.binDir, name), arguments_, { env, cwd: runDir, timeout: TOOL_LIMIT_MS, killSignal: "SIGKILL" });
  const daemon = async (name: string, ...arguments_: string[]) => {
    const output = await open(inRun(`${name}.out`), "a");
    const stdio: StdioOptions = ["ignore", output.fd, output.fd];
    daemons.push(spawn(path.join(kit.binDir, name), [...arguments_, "-f"], { env, cwd: runDir, stdio }));
    await output.close();
  };

  try {
    const ports = await freePorts();
    const { fsid, monitor, config } = cephConf({ runDir, kit, ports });
    const conf = ["-c", inRun("ceph.conf")];
    for (const name of ["mon", "osd", "rgw"]) await mkdir(inRun(name));
    await writeFile(inRun("ceph.conf"), config);
    await writeFile(inRun("keyring"), "");
    await tool("monmaptool", "--create", "--fsid", fsid, "--addv", "a", monitor, inRun("monmap"));
    await tool("osdmaptool", ...conf, "--createsimple", "1", "--clobber", inRun("osdmap"));
    const maps = ["--monmap", inRun("monmap"), "--osdmap", inRun("osdmap"), "--keyring", inRun("keyring")];
    await tool("ceph-mon", ...conf, "-i", "a", "--mkfs", ...maps);
    await daemon("ceph-mon", ...conf, "-i", "a");
    await tool("ceph-osd", ...conf, "-i", "0", "--mkfs", "--osd-uuid", crypto.randomUUID());
    await daemon("ceph-osd", ...conf, "-i", "0");
    for (const { name, accessKeyId, secretAccessKey } of users) {
      const keys = [`--access-key=${accessKeyId}`, `--secret-key=${secretAccessKey}`];
      await tool(
        "radosgw-admin",
        ...conf,
        "-n",
        "client.rgw",
        "user",
        "create",
        `--uid=${name}`,
        `--display-name=${name}`,
        ...keys,
      );
    }
    for (const { name, trustedUser, actions } of roles) {
      const trust = { Principal: { AWS: [`arn:aws:iam:::user/${trustedUser}`] }, Action: ["sts:AssumeRole"] };
      const role = [`--role-name=${name}`];
      const admin = ["radosgw-admin", ...conf, "-n", "client.rgw"] as const;
      await tool(...admin, "role", "create", ...role, `--assume-role-policy-doc=${policy(trust)}`);
      const may = policy({ Action: actions, Resource: ["arn:aws:s3:::*"] });
      await tool(...admin, "role-policy", "put", ...role, "--policy-name=may", `--policy-doc=${may}`);
    }
    await daemon("radosgw", ...conf, "-n", "client.rgw");
    const endpoint = `http://127.0.0.1:${ports[2]}`;
    await untilItAnswers(endpoint, daemons);
    return { endpoint, stop };
  } catch (error) {
    const said = error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : String(error);
    const logs = await Promise.all(["ceph-mon", "ceph-osd", "radosgw"].map((name) => lastLine(inRun(`${name}.out`))));
    stop();
    throw new Error(`Ceph's radosgw didn't start: ${[said, ...logs.filter(Boolean)].join(" | ")}`, { cause: error });
  }
}

function policy(statement: Record<string, unknown>): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
}

async function untilItAnswers(endpoint: string, daemons: ChildProcess[]): Promise<void> {
  for (const limit = Date.now() + READY_LIMIT_MS; Date.now() < limit; await sleep(50)) {
    const dead = daemons.find(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null);
    if (dead) throw new Error(`${path.basename(dead.spawnfile)} ended by itself (${dead.exitCode ?? dead.signalCode})`);
    const answer = await fetch(endpoint, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer) return;
  }
  throw new Error(`it doesn't answer within ${READY_LIMIT_MS / 1000} s`);
}

/** Held open until all are known, so that they differ. */
async function freePorts(): Promise<[number, number, number]> {
  const probe = async () => {
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
    return server;
  };
  const servers = [await probe(), await probe(), await probe()] as const;
  const port = (server: (typeof servers)[number]) => (server.address() as AddressInfo).port;
  const ports: [number, number, number] = [port(servers[0]), port(servers[1]), port(servers[2])];
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function lastLine(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trim().split("\n").at(-1) ?? "";
}
