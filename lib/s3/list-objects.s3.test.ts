import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listFolders } from "./list-folders.ts";
import { listObjects } from "./list-objects.ts";
import { startFaultProxy, type Fault, type FaultProxy, type S3Request } from "./testing/fault-proxy.ts";
import { askAs, s3Server } from "./testing/s3-server.ts";
import { testBucket } from "./testing/test-bucket.ts";

const FOLDER = "AWSLogs/o-ab12cd34ef/111122223333/CloudTrail/us-east-1/2024/05/01/";
/** Mixed case at every length: a server that sorts by locale loses some of these between pages. */
const names = Array.from({ length: 1_234 }, (_, index) => {
  const random = (BigInt(index + 1) * 0x9e3779b97f4a7c15n).toString(36).slice(0, 12);
  return [...random].map((char, place) => ((index >> (place % 11)) & 1 ? char.toUpperCase() : char)).join("");
});
const keys = [...new Set(names)].map(
  (name) => `${FOLDER}111122223333_CloudTrail_us-east-1_20240501T0000Z_${name}.json.gz`,
);
const odd = ["a b", "a+b", "a%20b", "ä", "日本", "a&b", "<a>", "a'b\"", "a\u0001b", "a\\b", "a#b?c", "~", "a//b"].map(
  (name) => `odd/${name}.json.gz`,
);
const byBytes = (all: string[]) => all.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

let bucket: Awaited<ReturnType<typeof testBucket>>;
let proxy: FaultProxy;

beforeAll(async () => {
  bucket = await testBucket();
  await bucket.put([...keys, ...odd].map((key) => [key, "x"]));
  proxy = await startFaultProxy(s3Server().endpoint);
  await askAs("owner", proxy.url);
});
afterAll(() => proxy?.close());

async function listed(prefix: string): Promise<{ keys: string[]; pages: number[] }> {
  const found: string[] = [];
  const pages: number[] = [];
  for await (const page of listObjects({ bucket: bucket.name }, prefix)) {
    pages.push(page.length);
    found.push(...page.map(({ key }) => key));
  }
  return { keys: found, pages };
}

describe("listObjects", () => {
  it("gives every key of a folder once, in the order of their bytes, over several pages", async () => {
    const all = await listed(FOLDER);
    expect(all.keys).toEqual(byBytes(keys));
    expect(all.pages.length).toBeGreaterThan(1);
  });

  it("goes on after pages that aren't full", async () => {
    const { keys: found, pages } = await listed("");
    expect(found).toEqual(byBytes([...keys, ...odd]));
    expect(Math.max(...pages)).toBeLessThan(1_000);
  });

  it("knows keys that XML and URLs can't hold as they are", async () => {
    expect((await listed("odd/")).keys).toEqual(byBytes(odd));
    for (const key of odd) expect((await listed(key)).keys).toEqual([key]);
  });

  it.each<Fault>([
    { kind: "status", status: 503, code: "SlowDown" },
    { kind: "status", status: 500, code: "InternalError" },
    { kind: "reset" },
    { kind: "reset-after", bytes: 1_000 },
    { kind: "cut-after", bytes: 20_000 },
  ])("repeats a page that failed, without losing or repeating keys: $kind $status", async (fault) => {
    const rule = { fault, on: ({ kind }: S3Request) => kind === "list", times: 2 };
    proxy.rules.push(rule);
    expect((await listed(FOLDER)).keys).toEqual(byBytes(keys));
    expect(rule.times).toBe(0);
  });
});

describe("listFolders", () => {
  it("gives each folder and each file beside them once", async () => {
    expect(await listFolders({ bucket: bucket.name }, "")).toMatchObject({ folders: ["AWSLogs/", "odd/"], files: [] });
    const { folders, files } = await listFolders({ bucket: bucket.name }, "odd/");
    expect(folders).toEqual(["odd/a/"]);
    expect(files.map(({ key }) => key)).toEqual(byBytes(odd.filter((key) => !key.includes("//"))));
  });

  it("gives a large folder's files once", async () => {
    const { folders, files } = await listFolders({ bucket: bucket.name }, FOLDER);
    expect(folders).toEqual([]);
    expect(files.map(({ key }) => key)).toEqual(byBytes(keys));
  });
});
