import { closeS3Client } from "#lib/s3/client.ts";

/** Who asks: `owner` owns every bucket of the tests, `reader` may do what a bucket's policy grants. */
export type S3Person = "owner" | "reader";

export type Keys = { accessKeyId: string; secretAccessKey: string };

/**
 * The server that `npm run test:s3` has started.
 * @throws Error when it has not
 */
export function s3Server(): { endpoint: string; keysOf: (person: S3Person) => Keys } {
  const { TEST_S3_ENDPOINT: endpoint, TEST_S3_OWNER: owner, TEST_S3_READER: reader } = process.env;
  if (!endpoint || !owner || !reader) throw new Error("There is no S3 server to test on: run `npm run test:s3`.");
  const keys = { owner, reader };
  return {
    endpoint,
    keysOf: (person) => {
      const [accessKeyId = "", secretAccessKey = ""] = keys[person].split(":");
      return { accessKeyId, secretAccessKey };
    },
  };
}

/** Lets `s3Client()` ask as somebody, at an address (the server itself, or a proxy before it), as its users would: by environment. */
export async function askAs(who: S3Person | Keys, endpoint: string): Promise<void> {
  await closeS3Client();
  const keys = typeof who === "string" ? s3Server().keysOf(who) : who;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    S3_FORCE_PATH_STYLE: "1",
    // Nothing of the person who runs the tests.
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
  });
  for (const name of ["AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL"]) delete process.env[name];
}
