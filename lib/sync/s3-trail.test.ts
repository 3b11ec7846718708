import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { s3StandIn, sendEmptyList, sendS3Error, type S3StandIn } from "#lib/s3/testing/s3-stand-in.ts";
import { s3Trail } from "./s3-trail.ts";

let server: S3StandIn;
let slowDowns = 0;
beforeAll(async () => {
  server = await s3StandIn((_request, response) => {
    if (slowDowns-- > 0) sendS3Error(response, 503, "SlowDown");
    else sendEmptyList(response);
  });
});
afterAll(() => server.close());
beforeEach(() => void (slowDowns = 1));

const trail = () => s3Trail({ kind: "s3", url: "s3://b", bucket: "b", prefix: "", options: {} });

describe("a listing that S3 asks to slow down", () => {
  it("of everything halves what is on its way at once", async () => {
    const source = trail();
    const before = source.concurrency;
    for await (const page of source.list("AWSLogs/")) expect(page).toEqual([]);
    expect(source.concurrency).toBe(before / 2);
  });

  it("of folders does so too, and answers that come well end it", async () => {
    const source = trail();
    const before = source.concurrency;
    await source.folders("");
    expect(source.concurrency).toBe(before / 2);
    for (let time = 0; time < before; time++) await source.folders("");
    expect(source.concurrency).toBeGreaterThan(before / 2);
  });
});
