import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { yardstick } from "./yardstick.ts";

// The least that reading a bucket costs: every object asked for, its body collected, nothing done with it. Credentials
// and endpoint come from the environment, as the sync's do.

const input = z.object({ bucket: z.string(), keys: z.array(z.string()), concurrency: z.number() });

await yardstick(input, async ({ bucket, keys, concurrency }) => {
  const waiting = keys[Symbol.iterator]();
  const agent = { maxSockets: 64, keepAlive: true };
  const started = performance.now();
  const client = new S3Client({
    forcePathStyle: true,
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { httpAgent: agent, httpsAgent: agent },
  });
  let bytes = 0;
  const getSome = async () => {
    for (const key of waiting) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      bytes += (await Body?.transformToByteArray())?.length ?? 0;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, getSome));
  const elapsedMs = performance.now() - started;
  client.destroy();
  return { elapsedMs, count: keys.length, bytes };
});
