import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cp, mkdtemp, readdir, readlink, rm, symlink } from "node:fs/promises";
import { createServer, type AddressInfo, type Server } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { logKey, trailFolder, type TrailFolder } from "#lib/sync/testing/trail-folder.ts";
import { testRecord } from "#lib/sync/testing/test-record.ts";

// `npm start` as a person has it: its real script in a copy of the (built) project, with a small trail of its own.

const COPIED = ["app", "components", "lib", "prisma", "public", "scripts"];
const ROOT_FILES = /\.(json|js|mjs|ts)$/;

let copy: string;
let trail: TrailFolder;
let port: number;
const started: ChildProcess[] = [];

beforeAll(async () => {
  copy = await mkdtemp(path.join(process.cwd(), ".test-start-"));
  for (const folder of COPIED) await cp(folder, path.join(copy, folder), { recursive: true });
  for (const file of await readdir(".")) if (ROOT_FILES.test(file)) await cp(file, path.join(copy, file));
  await cp(".next", path.join(copy, ".next"), { recursive: true, filter: (file) => !file.includes(".next/cache") });
  await symlink(path.resolve("node_modules"), path.join(copy, "node_modules"));
  trail = await trailFolder();
  await trail.putLog(logKey("20240501T1000Z_AAAAAAAAAAAAAAAA"), [testRecord("one"), testRecord("two")]);
  await trail.putLog(logKey("20240501T1005Z_BBBBBBBBBBBBBBBB"), [testRecord("three")]);
  port = await freePort();
});
afterEach(() => {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
});
afterAll(async () => {
  await trail.destroy();
  await rm(copy, { recursive: true, force: true });
});

type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

function start(variables: Record<string, string> = {}): Run {
  const { DATABASE_URL: _url, TRAIL_URLS: _trails, ...inherited } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: copy,
    env: { ...inherited, PORT: String(port), TRAIL_URLS: trail.url, SYNC_INTERVAL_MINUTES: "60", ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (more) => (text += more));
  return { child, output: () => text, ended: new Promise((resolve) => child.once("close", resolve)) };
}

async function until(run: Run, condition: () => Promise<boolean> | boolean): Promise<void> {
  for (const limit = Date.now() + 120_000; Date.now() < limit;) {
    if (await condition()) return;
    if (run.child.exitCode !== null) throw new Error(`npm start ended:\n${run.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It didn't come to pass:\n${run.output()}`);
}

const isReady = (run: Run) => () => run.output().includes(`Astrolabe is ready: http://127.0.0.1:${port}`);

async function eventIds(): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/events`);
  const { events } = (await answer.json()) as { events: { eventId: string }[] };
  return events.map((event) => event.eventId).toSorted();
}

/** The processes that run in the copy: by their command or, where the system tells it, by their folder. */
async function processesInCopy(): Promise<string[]> {
  const { stdout } = await promisify(execFile)("ps", ["-eo", "pid=,args="], { maxBuffer: 64 * 1024 * 1024 });
  const name = path.basename(copy);
  const isInCopy = async (line: string) =>
    line.includes(name) || (await readlink(`/proc/${Number.parseInt(line, 10)}/cwd`).catch(() => "")).includes(name);
  const lines = stdout.split("\n").filter((line) => line.trim() !== "");
  const found = await Promise.all(lines.map(isInCopy));
  return lines.filter((_, index) => found[index]);
}

describe("npm start", () => {
  it("serves, ends every child on Ctrl-C, and serves the same again in fewer steps", async () => {
    const first = start();
    await until(first, isReady(first));
    expect(await (await fetch(`http://127.0.0.1:${port}/api/health`)).json()).toEqual({ status: "ok" });
    await until(first, async () => (await eventIds()).length === 3);
    const before = await eventIds();
    expect(first.output()).toMatch(/✓ Database .* \d+\.\d s/);
    expect(first.output()).toMatch(/✓ Migrations .*\d+ applied/);
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(await processesInCopy()).toEqual([]);

    const second = start();
    await until(second, isReady(second));
    expect(await eventIds()).toEqual(before);
    expect(second.output()).not.toMatch(/✓ (Build|Client|Packages)/);
    expect(second.output()).toMatch(/✓ Migrations .*up to date/);

    const third = start();
    expect(await third.ended).toBe(1);
    expect(third.output()).toMatch(/^✗ Astrolabe runs in this folder already/m);
    expect(await eventIds()).toEqual(before);

    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    expect(await processesInCopy()).toEqual([]);
  });

  it("ends with 1 and takes the rest along when a child is killed", async () => {
    const run = start();
    await until(run, isReady(run));
    const worker = (await processesInCopy()).find((line) => line.includes("scripts/worker.ts"));
    const pid = Number.parseInt(worker ?? "", 10);
    expect(pid).toBeGreaterThan(1);
    process.kill(pid, "SIGKILL");
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/^✗ The worker process ended by itself/m);
    expect(await processesInCopy()).toEqual([]);
  });

  it.each([
    ["a host that others reach", { HOST: "0.0.0.0" }, /^✗ HOST=0\.0\.0\.0 would open Astrolabe to the network/m],
    ["a database that doesn't answer", { DATABASE_URL: "postgres://x:y@127.0.0.1:9/none" }, /^✗ .*127\.0\.0\.1:9/m],
    ["a folder that isn't there", { TRAIL_URLS: "file:///nowhere/at/all" }, /^✗ .*\/nowhere\/at\/all/m],
    ["a trail that is none", { TRAIL_URLS: "https://bucket" }, /^✗ TRAIL_URLS "https:\/\/bucket" is neither/m],
  ])("says one sentence and ends with 1 for %s", async (_, variables, sentence) => {
    const run = start(variables);
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(sentence);
    expect(run.output()).not.toMatch(/\n {4}at /);
    expect(run.output().match(/^✗/gm)).toHaveLength(1);
    expect(await processesInCopy()).toEqual([]);
  });

  it("says what to do when the port is in use", async () => {
    const holder = await listening(port);
    try {
      const run = start();
      expect(await run.ended).toBe(1);
      expect(run.output()).toMatch(/^✗ Port \d+ on 127\.0\.0\.1 is in use .*PORT=\d+ npm start\.$/m);
    } finally {
      await new Promise((resolve) => holder.close(resolve));
    }
  });
});

async function listening(at: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  return server;
}

async function freePort(): Promise<number> {
  const server = await listening(0);
  const { port: found } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return found;
}
