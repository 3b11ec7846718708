import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TrailStore } from "./trail-store.ts";

const KEYS = [
  "AWSLogs/1/a_CloudTrail_x_20240131T2355Z_AB.json.gz",
  "AWSLogs/1/b.gz",
  "AWSLogs/1/nested/c.gz",
  "AWSLogs/2-x/d.gz",
  "AWSLogs/2/Z.gz",
  "AWSLogs/2/a.gz",
];
let folder = "";
let store: TrailStore;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "astrolabe-store-"));
  for (const key of KEYS) {
    await mkdir(path.dirname(path.join(folder, key)), { recursive: true });
    await writeFile(path.join(folder, key), key);
  }
  const files = KEYS.map((key) => ({ key, sizeBytes: key.length, md5: "0".repeat(32) }));
  store = new TrailStore("trail", folder, files);
});
afterAll(() => rm(folder, { recursive: true }));

const keysOf = (listing: Parameters<TrailStore["listObjects"]>[1]) =>
  store.listObjects("trail", listing).objects.map(({ key }) => key);

test("keys come in the order of their bytes, under a prefix, after a key", () => {
  expect(keysOf({})).toEqual(KEYS);
  expect(keysOf({ prefix: "AWSLogs/2/" })).toEqual(["AWSLogs/2/Z.gz", "AWSLogs/2/a.gz"]);
  expect(keysOf({ startAfter: "AWSLogs/1/nested/c.gz" })).toEqual(KEYS.slice(3));
  expect(keysOf({ prefix: "nothing" })).toEqual([]);
});

test("folders are folded up, and pages go on where the last one ended", () => {
  const level = store.listObjects("trail", { prefix: "AWSLogs/", delimiter: "/" });
  expect(level).toEqual({
    objects: [],
    commonPrefixes: ["AWSLogs/1/", "AWSLogs/2-x/", "AWSLogs/2/"],
    isTruncated: false,
  });
  const first = store.listObjects("trail", { prefix: "AWSLogs/", delimiter: "/", maxKeys: 2 });
  expect(first).toMatchObject({ commonPrefixes: ["AWSLogs/1/", "AWSLogs/2-x/"], isTruncated: true });
  const next = store.listObjects("trail", {
    prefix: "AWSLogs/",
    delimiter: "/",
    maxKeys: 2,
    startAfter: "AWSLogs/2-x/",
  });
  expect(next).toEqual({ objects: [], commonPrefixes: ["AWSLogs/2/"], isTruncated: false });

  const paged: string[] = [];
  for (let after = ""; ; after = paged.at(-1) ?? "") {
    const page = store.listObjects("trail", { maxKeys: 1, startAfter: after });
    paged.push(...page.objects.map(({ key }) => key));
    if (!page.isTruncated) break;
  }
  expect(paged).toEqual(KEYS);
});

test("an object has its bytes, its tag, and the time in its name", () => {
  const object = store.getObject("trail", KEYS[0] ?? "");
  expect(object.body.toString()).toBe(KEYS[0]);
  expect(object.etag).toBe(`"${"0".repeat(32)}"`);
  expect(object.lastModified.toISOString()).toBe("2024-01-31T23:55:17.000Z");
  expect(store.hasBucket("other")).toBe(false);
});
