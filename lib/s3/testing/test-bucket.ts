import { randomBytes } from "node:crypto";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { s3Server } from "./s3-server.ts";

const PUTS_AT_ONCE = 24;

/** What the policy grants to `reader` or denies it; resources are keys of the bucket, none for the bucket itself. */
export type Statement = { effect: "Allow" | "Deny"; action: string; keys?: string; prefix?: string };

export type TestBucket = {
  name: string;
  put(objects: Iterable<[key: string, body: string | Uint8Array]>): Promise<void>;
  remove(key: string): Promise<void>;
  /** Sets what `reader` may do: nothing but this. */
  grant(statements: Statement[]): Promise<void>;
};

let shared: S3Client | undefined;

/** A new bucket of the test server with a name of its own. */
export async function testBucket(): Promise<TestBucket> {
  const name = `trail-${randomBytes(6).toString("hex")}`;
  const client = (shared ??= ownersClient());
  await client.send(new CreateBucketCommand({ Bucket: name }));
  return {
    name,
    put: async (objects) => {
      const waiting = [...objects];
      const putSome = async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          const [Key, Body] = next;
          await client.send(new PutObjectCommand({ Bucket: name, Key, Body, ContentLength: Buffer.byteLength(Body) }));
        }
      };
      await Promise.all(Array.from({ length: PUTS_AT_ONCE }, putSome));
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: name, Key: key }));
    },
    grant: async (statements) => {
      await client.send(new PutBucketPolicyCommand({ Bucket: name, Policy: policy(name, statements) }));
    },
  };
}

function ownersClient(): S3Client {
  const { endpoint, keysOf } = s3Server();
  return new S3Client({
    endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: keysOf("owner"),
    // The server doesn't know the checksums that the SDK would add.
    requestChecksumCalculation: "WHEN_REQUIRED",
    requestHandler: { httpAgent: { maxSockets: PUTS_AT_ONCE, keepAlive: true } },
  });
}

function policy(bucket: string, statements: Statement[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map(({ effect, action, keys, prefix }) => ({
      Effect: effect,
      Principal: { AWS: ["arn:aws:iam:::user/reader"] },
      Action: [action],
      Resource: [keys === undefined ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${keys}`],
      ...(prefix === undefined ? {} : { Condition: { StringLike: { "s3:prefix": [prefix] } } }),
    })),
  });
}
