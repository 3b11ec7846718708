import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalOf } from "./refusal-of.ts";
import { verifySignature, type SignedRequest } from "./verify-signature.ts";

const keys = { accessKeyId: "ASTROLABETEST", secretAccessKey: "a secret / with + signs" };
const received: SignedRequest[] = [];
const server = createServer((request: IncomingMessage, response) => {
  received.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers });
  response.end("<ListBucketResult></ListBucketResult>");
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

/** A request as the SDK sends it. */
async function sent(credentials: typeof keys, key?: string): Promise<SignedRequest> {
  const { port } = server.address() as AddressInfo;
  const client = new S3Client({
    region: "eu-west-1",
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    credentials,
  });
  const list = new ListObjectsV2Command({ Bucket: "sample", Prefix: "a b/ü+&=~", Delimiter: "/" });
  await (key === undefined ? client.send(list) : client.send(new GetObjectCommand({ Bucket: "sample", Key: key })));
  client.destroy();
  return received.at(-1) as SignedRequest;
}

const withHeaders = (request: SignedRequest, headers: SignedRequest["headers"]) => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

test("what the SDK signs with our keys is let in", async () => {
  expect(await verifySignature(await sent(keys), keys)).toBeUndefined();
  expect(await verifySignature(await sent(keys, "AWSLogs/o-1/a b+c'(d)/é.json.gz"), keys)).toBeUndefined();
});

test("another secret, another key, or none is refused by S3's own codes", async () => {
  const request = await sent({ ...keys, secretAccessKey: "wrong" });
  expect(await verifySignature(request, keys)).toMatchObject({ code: "SignatureDoesNotMatch" });
  expect(await verifySignature(await sent({ ...keys, accessKeyId: "OTHER" }), keys)).toMatchObject({
    code: "InvalidAccessKeyId",
  });
  const unsigned = withHeaders(request, { authorization: undefined });
  expect(await verifySignature(unsigned, keys)).toMatchObject({ code: "AccessDenied" });
});

test("a signature stands for its own request and its own quarter of an hour", async () => {
  const request = await sent(keys, "AWSLogs/one.json.gz");
  for (const moved of [
    { ...request, url: request.url.replace("one", "two") },
    { ...request, method: "DELETE" },
    withHeaders(request, { host: "elsewhere" }),
    withHeaders(request, { "x-amz-content-sha256": "0".repeat(64) }),
  ]) {
    expect(await verifySignature(moved, keys)).toMatchObject({ code: "SignatureDoesNotMatch" });
  }
  expect(await verifySignature(request, keys, Date.now() + 16 * 60_000)).toMatchObject({
    code: "RequestTimeTooSkewed",
  });
});

test("the door answers reading alone, and what isn't there is a 404", async () => {
  const store = { hasBucket: (name: string) => name === "sample", hasObject: (key: string) => key === "here" };
  expect(await refusalOf(await sent(keys), keys, store)).toBeUndefined();
  expect(await refusalOf(await sent(keys, "here"), keys, store)).toBeUndefined();
  expect(await refusalOf(await sent(keys, "gone"), keys, store)).toMatchObject({ status: 404, code: "NoSuchKey" });
  const other = { ...store, hasBucket: () => false };
  expect(await refusalOf(await sent(keys), keys, other)).toMatchObject({ status: 404, code: "NoSuchBucket" });
});
