import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, expect, it } from "vitest";
import { closeS3Client } from "#lib/s3/client.ts";
import { askAs, s3Server } from "#lib/s3/testing/s3-server.ts";
import { testBucket } from "#lib/s3/testing/test-bucket.ts";
import { testRecord } from "#lib/sync/testing/test-record.ts";
import { logKey, logText } from "#lib/sync/testing/trail-folder.ts";
import { checkTrails } from "./check-trails.ts";

const { endpoint } = s3Server();
const LIST = { effect: "Allow", action: "s3:ListBucket" } as const;
const keys = ["x", "y", "z"].map((name) => logKey(name));

beforeEach(() => askAs("reader", endpoint));
afterAll(closeS3Client);

async function trailBucket() {
  const bucket = await testBucket();
  await bucket.put(keys.map((key) => [key, gzipSync(logText([testRecord(key)]))]));
  return bucket;
}

it("says which permission is missing before anything starts: to list, then to read", async () => {
  const bucket = await trailBucket();
  await expect(checkTrails([`s3://${bucket.name}`])).rejects.toThrow(/s3:ListBucket/);
  await bucket.grant([LIST]);
  await expect(checkTrails([`s3://${bucket.name}`])).rejects.toThrow(/s3:GetObject/);
  await bucket.grant([LIST, { effect: "Allow", action: "s3:GetObject", keys: "*" }]);
  expect(await checkTrails([`s3://${bucket.name}`])).toEqual([`s3://${bucket.name}`]);
});

it("starts where some files can be read and others can't", async () => {
  const bucket = await trailBucket();
  await bucket.grant([LIST, { effect: "Allow", action: "s3:GetObject", keys: keys[2] ?? "" }]);
  expect(await checkTrails([`s3://${bucket.name}`])).toEqual([`s3://${bucket.name}`]);
});

it("says that a bucket isn't there", async () => {
  await expect(checkTrails(["s3://there-is-no-such-bucket"])).rejects.toThrow(/there-is-no-such-bucket/);
});
