import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { closeS3Client } from "#lib/s3/client.ts";
import { askAs, s3Server } from "#lib/s3/testing/s3-server.ts";
import { testBucket, type TestBucket } from "#lib/s3/testing/test-bucket.ts";
import { storedFiles } from "./testing/stored.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, logText } from "./testing/trail-folder.ts";

// One bucket with every layout there is, looked into by trails of different prefixes.

const A = "111122223333";
const B = "444455556666";
const ORG = "o-ab12cd34ef";
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const OLD = "2023/05/01";
const NEW = ago(0).replaceAll("-", "/");

/** What `logKey` puts under `AWSLogs/`, under another folder. */
const log = (root: string, day: string, account = A, region = "us-east-1") =>
  `${root}${logKey(`${day.replaceAll("/", "")}T0000Z_aB3dE5gH7jK9mN1p`, day, account, region).slice("AWSLogs/".length)}`;

const ROOTS = [
  "AWSLogs/",
  `AWSLogs/${ORG}/`,
  "a/AWSLogs/",
  `a/b/AWSLogs/${ORG}/`,
  "a/bc/AWSLogs/",
  "ab/AWSLogs/",
  "A/AWSLogs/",
  // Control Tower before and after landing zone 3.0.
  `${ORG}/AWSLogs/`,
  `${ORG}/AWSLogs/${ORG}/`,
  // A prefix may itself contain AWSLogs.
  "copies/AWSLogs/AWSLogs/",
];
/** Too far from the usual for a pass over a few days, until a pass over everything has seen them. */
const FAR_ROOTS = [
  "one/two/three/four/five/AWSLogs/",
  "mirror/AWSLogs/",
  `mirror/AWSLogs/old/AWSLogs/${ORG}/`,
  "attic/AWSLogs/old/AWSLogs/",
];
const inBoth = (root: string, day: string) => [log(root, day), log(root, day, B, "eu-west-1")];
const oldKeys = ROOTS.flatMap((root) => inBoth(root, OLD));
const newKeys = ROOTS.flatMap((root) => inBoth(root, NEW));
const farKeys = FAR_ROOTS.flatMap((root) => inBoth(root, OLD));
const all = [...oldKeys, ...newKeys, ...farKeys];
const body = (key: string) => gzipSync(logText([testRecord(key)]));

let bucket: TestBucket;
beforeAll(async () => {
  bucket = await testBucket();
  await bucket.put(all.map((key) => [key, body(key)]));
  await askAs("owner", s3Server().endpoint);
});
beforeEach(emptyDatabase);
afterAll(closeS3Client);

const ingested = async () => (await storedFiles()).filter(({ state }) => state === "ingested").map(({ key }) => key);

/** Prefix as in `TRAIL_URLS`, and what the keys then start with. */
const prefixes: [url: string, start: string][] = [
  ["", ""],
  ["/", ""],
  ["/a", "a/"],
  ["/a/", "a/"],
  ["//a", "a/"],
  ["/a/b", "a/b/"],
  ["//a/b//", "a/b/"],
  ["/ab", "ab/"],
  ["/A", "A/"],
  ["/AWSLogs", "AWSLogs/"],
  [`/AWSLogs/${ORG}`, `AWSLogs/${ORG}/`],
  [`/AWSLogs/${ORG}/${A}`, `AWSLogs/${ORG}/${A}/`],
  [`/AWSLogs/${ORG}/${A}/CloudTrail`, `AWSLogs/${ORG}/${A}/CloudTrail/`],
  [`/a/AWSLogs/${A}/CloudTrail/us-east-1`, `a/AWSLogs/${A}/CloudTrail/us-east-1/`],
  ["/a/AWSLogs", "a/AWSLogs/"],
  [`/${ORG}`, `${ORG}/`],
  [`/${ORG}/AWSLogs`, `${ORG}/AWSLogs/`],
  [`/${ORG}/AWSLogs/${ORG}`, `${ORG}/AWSLogs/${ORG}/`],
  ["/copies", "copies/"],
  ["/copies/AWSLogs", "copies/AWSLogs/"],
  ["/mirror", "mirror/"],
  ["/mirror/AWSLogs/old", "mirror/AWSLogs/old/"],
  ["/one/two", "one/two/"],
];

describe("a trail with a prefix", () => {
  it.each(prefixes)("%j sees what lies under it and nothing else", async (path, start) => {
    const expected = all.filter((key) => key.startsWith(start)).toSorted();
    expect(expected.length).toBeGreaterThan(0);
    const summary = await syncOnce([`s3://${bucket.name}${path}`]);
    expect(summary).toMatchObject({ state: "complete", filesListed: expected.length, filesIngested: expected.length });
    expect(await ingested()).toEqual(expected);
  });

  const windowed = [
    "",
    "/a",
    "/a/b",
    "/AWSLogs",
    `/AWSLogs/${ORG}/${A}/CloudTrail`,
    `/${ORG}`,
    `/${ORG}/AWSLogs/${ORG}`,
  ];
  it.each(prefixes.filter(([path]) => windowed.includes(path)))(
    "%j sees the days that are asked for",
    async (path, start) => {
      const expected = newKeys.filter((key) => key.startsWith(start)).toSorted();
      const summary = await syncOnce([`s3://${bucket.name}${path}`], { asked: { from: ago(1) } });
      expect(summary).toMatchObject({ state: "complete", filesIngested: expected.length });
      expect(await ingested()).toEqual(expected);
    },
  );

  it("looks up years, months and days when many are asked for", async () => {
    const asked = { from: "2023-04-01", to: "2023-05-01" };
    expect(await syncOnce([`s3://${bucket.name}`], { asked })).toMatchObject({ state: "complete" });
    const far = new Set(farKeys);
    expect((await ingested()).filter((key) => !far.has(key))).toEqual(oldKeys.toSorted());
  });

  it("is one trail however its slashes are written", async () => {
    await syncOnce([`s3://${bucket.name}/a/b`]);
    const again = await syncOnce([`s3://${bucket.name}//a/b/`, `s3://${bucket.name}/a/b//`]);
    expect(again).toMatchObject({ filesIngested: 0, filesFailed: 0 });
    expect((await storedFiles()).length).toBe(4);
  });

  it("says when nothing lies under it", async () => {
    const summary = await syncOnce([`s3://${bucket.name}/a/AWSLog`]);
    expect(summary).toMatchObject({ state: "complete", filesListed: 0 });
    expect(summary.problems).toEqual([
      {
        url: `s3://${bucket.name}/a/AWSLog`,
        isError: false,
        sentence: expect.stringMatching(/Nothing lies under .*prefix in TRAIL_URLS/),
      },
    ]);
  });

  it("brings new files in every layout that a full pass has seen", async () => {
    await syncOnce([`s3://${bucket.name}`]);
    const added = [...ROOTS, ...FAR_ROOTS].map((root) => log(root, NEW, A, "sa-east-1"));
    await bucket.put(added.map((key) => [key, body(key)]));
    await syncOnce([`s3://${bucket.name}`]);
    expect((await ingested()).filter((key) => key.includes("sa-east-1"))).toEqual(added.toSorted());
    for (const key of added) await bucket.remove(key);
  });
});
