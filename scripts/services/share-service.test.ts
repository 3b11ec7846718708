import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { beganAt, claim, drop, readRecord, update } from "./service-record.ts";
import { shareService } from "./share-service.ts";

let folder = "";
const stopped: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "astrolabe-records-"));
  stopped.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const share = (options: { mustOwn?: boolean; details?: string } = {}) =>
  shareService("thing", {
    command: "npm start",
    folder,
    mustOwn: options.mustOwn,
    schema: z.string(),
    start: () =>
      Promise.resolve({
        details: options.details ?? "here",
        stop: async () => void stopped.push("thing"),
        kill: () => undefined,
      }),
  });

const record = (owner: number, began: string | null, details: unknown = "theirs") =>
  writeFile(path.join(folder, "thing.1.json"), JSON.stringify({ owner, began, command: "npm run sync", details }));

test("who comes first has it, and its record is for this user's eyes", async () => {
  const first = await share();
  expect(first).toMatchObject({ details: "here", isOwner: true });
  expect((await stat(path.join(folder, "thing.1.json"))).mode & 0o777).toBe(0o600);
  await first.release();
  expect(stopped).toEqual(["thing"]);
  expect(await readRecord("thing", folder)).toBeUndefined();
});

test("who comes second uses it, unless it wants its own", async () => {
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  await once(other, "spawn");
  await record(other.pid ?? 0, beganAt(other.pid ?? 0));
  const second = await share();
  expect(second).toMatchObject({ details: "theirs", isOwner: false });
  expect(await readdir(path.join(folder, "thing.users"))).toHaveLength(1);
  await second.release();
  expect(await readdir(path.join(folder, "thing.users"))).toEqual([]);
  expect(stopped).toEqual([]);
  await expect(share({ mustOwn: true })).rejects.toThrow(
    `npm run sync is at work in this folder (process ${other.pid})`,
  );
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(await share()).toMatchObject({ isOwner: true });
});

test("the owner ends it once its users are gone", async () => {
  const first = await share();
  const users = path.join(folder, "thing.users");
  const user = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  await once(user, "spawn");
  await share().then((use) => use.release());
  await writeFile(path.join(users, `${user.pid}-${beganAt(user.pid ?? 0) ?? ""}`), "");
  const released = first.release();
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(stopped).toEqual([]);
  user.kill("SIGKILL");
  await released;
  expect(stopped).toEqual(["thing"]);
});

test("a number that another process has now is no owner, nor is one that is gone", async () => {
  if (beganAt(process.pid) !== null) {
    await record(process.pid, "1");
    expect((await share()).isOwner).toBe(true);
    await drop("thing", folder);
  }
  await record(2 ** 22 + 1, null);
  expect((await share()).isOwner).toBe(true);
});

test("of many that find a dead owner, one gets it", async () => {
  // Between two steps of one the others may do any number of theirs: seldom twice in the same order.
  for (let round = 0; round < 300; round++) {
    await rm(folder, { recursive: true });
    await mkdir(folder);
    await record(2 ** 22 + 1, "1");
    const claims = await Promise.all(Array.from({ length: 8 }, (_, at) => claim("thing", `command ${at}`, folder)));
    expect(claims.filter((other) => other === undefined)).toHaveLength(1);
  }
  await update("thing", "npm start", { details: { url: "http://127.0.0.1:3000" } }, folder);
  expect(await readRecord("thing", folder)).toMatchObject({
    owner: process.pid,
    details: { url: "http://127.0.0.1:3000" },
  });
});

test("what can't be started leaves nothing behind", async () => {
  const start = () => Promise.reject(new Error("no room"));
  await expect(shareService("thing", { command: "npm start", folder, schema: z.string(), start })).rejects.toThrow(
    "no room",
  );
  expect(await readRecord("thing", folder)).toBeUndefined();
});
