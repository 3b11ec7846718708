import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { verifySignature } from "#scripts/embedded-s3/verify-signature.ts";
import { closeS3Client, renewCredentials } from "./client.ts";
import { listFolders } from "./list-folders.ts";
import { type S3StandIn, s3StandIn, sendEmptyList, sendS3Error } from "./testing/s3-stand-in.ts";

// STS and S3 as the SDK's protocol has them; requests to S3 must be signed by what STS gave.
const ROLE = "arn:aws:iam::111122223333:role/reads-the-trail";
const SESSION = { accessKeyId: "ASIASESSION", secretAccessKey: "session secret" };

let standIn: S3StandIn;
let asked: URLSearchParams[] = [];
let askedIn: string[] = [];
let signers: string[] = [];
let isOpen = true;

beforeAll(async () => {
  standIn = await s3StandIn((request, response, body) => {
    const { method = "", url = "", headers } = request;
    const [, signer = "", region = ""] = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(headers.authorization ?? "") ?? [];
    if (method === "POST") {
      asked.push(new URLSearchParams(body));
      askedIn.push(region);
      if (!isOpen) {
        response.writeHead(403, { "content-type": "text/xml" });
        const message = "User: arn:aws:iam::444455556666:user/me is not authorized to perform: sts:AssumeRole";
        return response.end(
          `<ErrorResponse><Error><Code>AccessDenied</Code><Message>${message}</Message></Error></ErrorResponse>`,
        );
      }
      response.writeHead(200, { "content-type": "text/xml" });
      return response.end(
        `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>${SESSION.accessKeyId}</AccessKeyId>
         <SecretAccessKey>${SESSION.secretAccessKey}</SecretAccessKey><SessionToken>token</SessionToken>
         <Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
      );
    }
    signers.push(signer);
    const own = { accessKeyId: "AKIAOWN", secretAccessKey: "own" };
    void verifySignature({ method, url, headers }, headers["x-amz-security-token"] === "token" ? SESSION : own).then(
      (refusal) => (refusal ? sendS3Error(response, 403, refusal.code) : sendEmptyList(response)),
    );
    return undefined;
  });
});
afterAll(() => standIn.close());
beforeEach(async () => {
  await closeS3Client();
  asked = [];
  askedIn = [];
  signers = [];
  isOpen = true;
});

it("reads a bucket as the role, which is assumed once, with the external id", async () => {
  const place = { bucket: "b", role: ROLE, externalId: "hush-hush" };
  await Promise.all([listFolders(place, ""), listFolders(place, "a/")]);
  await listFolders(place, "b/");
  expect(asked.map((form) => [form.get("RoleArn"), form.get("ExternalId")])).toEqual([[ROLE, "hush-hush"]]);
  expect(signers).toEqual(["ASIASESSION", "ASIASESSION", "ASIASESSION"]);
});

it("keeps trails with and without a role apart", async () => {
  await listFolders({ bucket: "b" }, "");
  await listFolders({ bucket: "b", role: ROLE }, "");
  expect(signers).toEqual(["AKIAOWN", "ASIASESSION"]);
  expect(asked.map((form) => form.get("ExternalId"))).toEqual([null]);
});

it("says which permission on which role is missing, and not the external id", async () => {
  isOpen = false;
  const refused = await listFolders({ bucket: "b", role: ROLE, externalId: "hush-hush" }, "").catch((error) => error);
  expect(refused).toMatchObject({ kind: "credentials" });
  expect(refused.message).toContain(`grant sts:AssumeRole on ${ROLE}`);
  expect(refused.message).toContain("external id");
  expect(refused.message).not.toContain("hush");
  expect(signers).toEqual([]);

  isOpen = true;
  await listFolders({ bucket: "b", role: ROLE, externalId: "hush-hush" }, "");
  expect(signers).toEqual(["ASIASESSION"]);
});

it("asks STS in the role's part of AWS", async () => {
  const role = "arn:aws-cn:iam::111122223333:role/r";
  await listFolders({ bucket: "b", role, region: "cn-northwest-1" }, "");
  await listFolders({ bucket: "b", role, region: "eu-west-1" }, "");
  await listFolders({ bucket: "b", role: ROLE }, "");
  expect(askedIn).toEqual(["cn-northwest-1", "cn-north-1", "us-east-1"]);
});

it("looks for credentials anew when told to: a file of them may have been renewed", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "astrolabe-aws-"));
  const file = path.join(folder, "credentials");
  const write = (secret: string) =>
    writeFile(file, `[default]\naws_access_key_id = AKIAOWN\naws_secret_access_key = ${secret}\n`);
  const before = { ...process.env };
  try {
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) delete process.env[name];
    process.env.AWS_SHARED_CREDENTIALS_FILE = file;
    await write("old");
    await expect(listFolders({ bucket: "b" }, "")).rejects.toMatchObject({ kind: "credentials" });
    await write("own");
    renewCredentials({});
    await listFolders({ bucket: "b" }, "");
  } finally {
    Object.assign(process.env, before);
    await rm(folder, { recursive: true });
  }
});
