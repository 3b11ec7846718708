import { afterAll, beforeAll, expect, it } from "vitest";
import { closeS3Client } from "./client.ts";
import { getObject } from "./get-object.ts";
import { listFolders } from "./list-folders.ts";
import { askAs, s3Server } from "./testing/s3-server.ts";
import { testBucket } from "./testing/test-bucket.ts";

// A real STS: Ceph's. Its users and roles belong to no account, so that their ARNs have none.
const ROLE = "arn:aws:iam:::role/reads-logs";
const { endpoint } = s3Server();
let bucket: Awaited<ReturnType<typeof testBucket>>;

beforeAll(async () => {
  bucket = await testBucket();
  await bucket.put([["folder/x.json.gz", "x"]]);
  process.env.AWS_ENDPOINT_URL_STS = endpoint;
});
afterAll(closeS3Client);

async function read(): Promise<string> {
  let text = "";
  const file = { bucket: bucket.name, role: ROLE, key: "folder/x.json.gz", etag: "9dd4e461268c8034f5c8564e155c67a6" };
  for await (const chunk of getObject(file)) text += Buffer.from(chunk).toString();
  return text;
}

it("reads by the role what the one who assumes it may not", async () => {
  await askAs("reader", endpoint);
  await expect(listFolders({ bucket: bucket.name }, "")).rejects.toThrow("s3:ListBucket");
  expect(await listFolders({ bucket: bucket.name, role: ROLE }, "")).toMatchObject({ folders: ["folder/"] });
  expect(await read()).toBe("x");
});

it("says that a role may not be assumed by who isn't trusted", async () => {
  await askAs("owner", endpoint);
  const refused = await read().catch((error: unknown) => error);
  expect(refused).toMatchObject({ kind: "credentials" });
  expect(String(refused)).toContain(`grant sts:AssumeRole on ${ROLE}`);
});
