import { vi } from "vitest";
import { s3Server } from "#lib/s3/testing/s3-server.ts";
import { testBucket } from "#lib/s3/testing/test-bucket.ts";
import { describeFaults } from "./testing/describe-faults.ts";

vi.mock("#lib/s3/limits.ts", () => import("#lib/s3/testing/impatient-limits.ts"));

describeFaults(async (objects) => {
  const bucket = await testBucket();
  await bucket.put(objects);
  const { endpoint, keysOf } = s3Server();
  return { endpoint, bucket: bucket.name, keys: keysOf("owner") };
});
