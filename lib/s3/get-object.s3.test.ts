import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { getObject } from "./get-object.ts";
import { listObjects } from "./list-objects.ts";
import { startFaultProxy, type Fault, type FaultProxy } from "./testing/fault-proxy.ts";
import { askAs, s3Server } from "./testing/s3-server.ts";
import { testBucket } from "./testing/test-bucket.ts";

// A stalled body is given up after a second here, not after half a minute.
vi.mock("#lib/s3/limits.ts", () => ({
  CONNECT_LIMIT_MS: 1_000,
  ANSWER_LIMIT_MS: 1_000,
  STALL_LIMIT_MS: 1_000,
  RESUME_PAUSE_MS: 20,
}));

const KEY = "folder/a file+with %41 ä.json.gz";
const content = randomBytes(700_000);

let bucket: Awaited<ReturnType<typeof testBucket>>;
let proxy: FaultProxy;
let etag: string;

beforeAll(async () => {
  bucket = await testBucket();
  await bucket.put([[KEY, content]]);
  proxy = await startFaultProxy(s3Server().endpoint);
  await askAs("owner", proxy.url);
  for await (const page of listObjects({ bucket: bucket.name }, "")) etag = page[0]?.etag ?? "";
});
afterAll(() => proxy?.close());
beforeEach(() => {
  proxy.rules.length = 0;
  proxy.requests.length = 0;
});

async function read(file: { key: string; etag: string }, signal?: AbortSignal): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of getObject({ bucket: bucket.name, ...file }, { signal })) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const fail = (fault: Fault, times: number) => proxy.rules.push({ fault, on: ({ kind }) => kind === "get", times });

describe("getObject", () => {
  it("gives the bytes as they were put", async () => {
    expect((await read({ key: KEY, etag })).equals(content)).toBe(true);
    expect(proxy.fetched()).toEqual([KEY]);
  });

  it.each<[Fault, number]>([
    [{ kind: "reset" }, 2],
    [{ kind: "silence" }, 1],
    [{ kind: "status", status: 503, code: "SlowDown" }, 2],
    [{ kind: "status", status: 500, code: "InternalError" }, 2],
    [{ kind: "reset-after", bytes: 1 }, 3],
    [{ kind: "reset-after", bytes: 200_000 }, 3],
    [{ kind: "cut-after", bytes: 0 }, 2],
    [{ kind: "cut-after", bytes: 300_000 }, 2],
    [{ kind: "stall-after", bytes: 100_000 }, 2],
    [{ kind: "stall-after", bytes: 0 }, 1],
  ])("gives the same after %o (%i times)", async (fault, times) => {
    fail(fault, times);
    expect((await read({ key: KEY, etag })).equals(content)).toBe(true);
    expect(proxy.fetched()).toHaveLength(times + 1);
  });

  it("takes a body up where it broke", async () => {
    fail({ kind: "cut-after", bytes: 400_000 }, 1);
    let chunks = 0;
    for await (const _ of getObject({ bucket: bucket.name, key: KEY, etag })) chunks++;
    expect(chunks).toBeGreaterThan(1);
    expect(proxy.rules[0]?.times).toBe(0);
  });

  it("gives up on a body that breaks each time, with a sentence", async () => {
    fail({ kind: "cut-after", bytes: 0 }, 100);
    await expect(read({ key: KEY, etag })).rejects.toMatchObject({
      kind: "unreachable",
      message: expect.stringMatching(/broke|ended after 0 of 700,?000 bytes/),
    });
    expect(proxy.fetched().length).toBeLessThan(12);
  }, 30_000);

  it("ends at once when it is stopped", async () => {
    fail({ kind: "stall-after", bytes: 1_000 }, 1);
    const signal = AbortSignal.timeout(200);
    const startedAt = performance.now();
    await expect(read({ key: KEY, etag }, signal)).rejects.toMatchObject({ kind: "aborted" });
    expect(performance.now() - startedAt).toBeLessThan(900);
  });

  it("reads no other version than the one listed", async () => {
    const key = "replaced.json.gz";
    await bucket.put([[key, "first"]]);
    await expect(read({ key, etag: "0123456789abcdef0123456789abcdef" })).rejects.toMatchObject({ kind: "changed" });
  });

  it("doesn't join two versions when the file is replaced while it breaks off", async () => {
    const key = "torn.json.gz";
    await bucket.put([[key, content]]);
    fail({ kind: "cut-after", bytes: 100_000 }, 1);
    const reading = async () => {
      let isFirst = true;
      for await (const _ of getObject({ bucket: bucket.name, key, etag })) {
        if (isFirst) await bucket.put([[key, randomBytes(700_000)]]);
        isFirst = false;
      }
    };
    await expect(reading()).rejects.toMatchObject({ kind: "changed" });
  });

  it("says that a file is gone", async () => {
    await expect(read({ key: "nothing.json.gz", etag })).rejects.toMatchObject({ kind: "gone" });
  });
});
