import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeS3Client } from "./client.ts";
import { getObject } from "./get-object.ts";
import { listFolders } from "./list-folders.ts";
import { S3Error } from "./s3-error.ts";
import { askAs, s3Server } from "./testing/s3-server.ts";
import { testBucket } from "./testing/test-bucket.ts";

const KEY = "team/AWSLogs/111122223333/CloudTrail/us-east-1/2024/05/01/x.json.gz";

let bucket: Awaited<ReturnType<typeof testBucket>>;
beforeAll(async () => {
  bucket = await testBucket();
  await bucket.put([[KEY, "x"]]);
});
afterAll(closeS3Client);

const list = (name = bucket.name, prefix = "team/") => listFolders({ bucket: name }, prefix);
async function get(): Promise<void> {
  for await (const _ of getObject({ bucket: bucket.name, key: KEY, etag: "9dd4e461268c8034f5c8564e155c67a6" }));
}
async function refusal(attempt: Promise<unknown>): Promise<{ kind: string; sentence: string }> {
  const error = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof S3Error)) throw new Error(`Not refused: ${String(error)}`);
  return { kind: error.kind, sentence: error.message };
}

describe("what a real server refuses, as a sentence", () => {
  const { endpoint, keysOf } = s3Server();

  it("names keys that nobody has", async () => {
    await askAs({ accessKeyId: "AKIANOBODY", secretAccessKey: "x" }, endpoint);
    const { kind, sentence } = await refusal(list());
    expect(kind).toBe("credentials");
    expect(sentence).toMatch(/credentials.*InvalidAccessKeyId/);
  });

  it("names a secret that doesn't belong to its key", async () => {
    await askAs({ accessKeyId: keysOf("owner").accessKeyId, secretAccessKey: "wrong" }, endpoint);
    const { kind, sentence } = await refusal(list());
    expect(kind).toBe("credentials");
    expect(sentence).toMatch(/credentials.*SignatureDoesNotMatch/);
    expect(sentence).not.toContain("wrong");
  });

  it("names a bucket that isn't there", async () => {
    await askAs("owner", endpoint);
    const { kind, sentence } = await refusal(list("no-such-bucket-at-all"));
    expect(kind).toBe("missing-bucket");
    expect(sentence).toMatch(/bucket no-such-bucket-at-all doesn't exist/);
  });

  it("names the permission and the bucket when listing is denied", async () => {
    await askAs("reader", endpoint);
    const { kind, sentence } = await refusal(list());
    expect(kind).toBe("denied");
    expect(sentence).toContain(`grant s3:ListBucket on arn:aws:s3:::${bucket.name} (with the prefix team/)`);
  });

  it("names the prefix when only that one is denied", async () => {
    await askAs("reader", endpoint);
    await bucket.grant([
      { effect: "Allow", action: "s3:ListBucket", prefix: "team/*" },
      { effect: "Allow", action: "s3:GetObject", keys: "other/*" },
    ]);
    expect((await list()).folders).toEqual(["team/AWSLogs/"]);
    const { sentence } = await refusal(list(bucket.name, "other/"));
    expect(sentence).toContain(`s3:ListBucket on arn:aws:s3:::${bucket.name} (with the prefix other/)`);
  });

  it("names the permission and the folder when reading is denied", async () => {
    await askAs("reader", endpoint);
    const { kind, sentence } = await refusal(get());
    expect(kind).toBe("denied");
    expect(sentence).toContain(`grant s3:GetObject on arn:aws:s3:::${bucket.name}/team/*`);
    await bucket.grant([
      { effect: "Allow", action: "s3:GetObject", keys: "team/*" },
      { effect: "Deny", action: "s3:GetObject", keys: "team/AWSLogs/111122223333/*" },
    ]);
    expect((await refusal(get())).sentence).toContain("grant s3:GetObject");
    await bucket.grant([{ effect: "Allow", action: "s3:GetObject", keys: "team/*" }]);
    await get();
  });

  it("names the address where nobody answers", async () => {
    await askAs("owner", "http://127.0.0.1:9");
    const { kind, sentence } = await refusal(list());
    expect(kind).toBe("unreachable");
    expect(sentence).toMatch(/doesn't answer at 127\.0\.0\.1:9: connect ECONNREFUSED/);
  });
});
