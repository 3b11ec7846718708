import { S3ServiceException } from "@aws-sdk/client-s3";
import { posixQuote } from "#lib/text/posix-quote.ts";
import { AssumeRoleError } from "./assumed-role.ts";

/**
 * What went wrong, for the one who decides what to do next:
 * `denied` and `missing-bucket` won't pass by themselves, nor will `credentials`, which fail for every file alike;
 * `gone` and `changed` mean that the listing is out of date, `archived` needs a restore, `unreachable` may pass.
 */
export type S3ErrorKind =
  | "denied"
  | "missing-bucket"
  | "credentials"
  | "gone"
  | "changed"
  | "archived"
  | "unreachable"
  | "aborted";

/** Why S3 could not be listed or read; the message is a sentence that says what to look at. */
export class S3Error extends Error {
  override name = "S3Error";
  readonly kind: S3ErrorKind;
  constructor(kind: S3ErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** What was asked for; the partition is what ARNs begin with where the bucket is. */
export type Attempt = { action: "list" | "read"; bucket: string; key: string; partition?: string };

/** What KMS itself is called in an answer; a role or bucket may have the three letters in its name, too. */
const KMS_REFUSAL = /\bkms:[A-Z]|\barn:[\w-]+:kms:|\bKMS\.\w|\bAWS ?KMS\b/;

/** Answers of KMS that no permission changes. */
const KMS_UNUSABLE = /^KMS\.(Disabled|KMSInvalidState|NotFound)/;

/** An error of the SDK as one sentence that says which permission, bucket or address to look at. */
export function s3Error(error: unknown, attempt: Attempt): S3Error {
  if (error instanceof S3Error) return error;
  if (error instanceof AssumeRoleError) return roleError(error);
  const { bucket, key } = attempt;
  const name = error instanceof Error ? error.name : "Error";
  const said = error instanceof Error ? error.message : String(error);
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  const fail = (kind: S3ErrorKind, sentence: string) => new S3Error(kind, sentence, error);

  if (name === "AbortError") return fail("aborted", "The sync was stopped.");
  if (name === "NoSuchBucket") {
    return fail("missing-bucket", `The bucket ${bucket} doesn't exist; check TRAIL_URLS.`);
  }
  if (name === "NoSuchKey") return fail("gone", "The file is no longer in the bucket.");
  if (status === 404) {
    const what =
      attempt.action === "list"
        ? `The bucket ${bucket} doesn't exist; check TRAIL_URLS.`
        : "The file is no longer in the bucket.";
    return fail(attempt.action === "list" ? "missing-bucket" : "gone", what);
  }
  if (name === "PreconditionFailed" || status === 412) {
    return fail("changed", "The file was replaced while it was being read; the next pass reads the new one.");
  }
  if (name === "InvalidObjectState") {
    return fail("archived", `The file is archived; restore it with ${restoreCommand(bucket, key)}`);
  }
  const own = ownCredentials(name, said);
  if (own !== null) return fail("credentials", own);
  if (/^(InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|AuthorizationHeaderMalformed)$/.test(name)) {
    return fail("credentials", `S3 doesn't accept the AWS credentials: ${name} (${said}).`);
  }
  if (name === "RequestTimeTooSkewed") {
    return fail("credentials", "S3 refuses requests because this machine's clock is wrong; set it right.");
  }
  if (KMS_UNUSABLE.test(name)) {
    return fail(
      "denied",
      `${keyArn(attempt)} is encrypted with a key that can't be used: enable ${kmsArn(said)}, or cancel its deletion (${name}: ${said}).`,
    );
  }
  if (KMS_REFUSAL.test(`${name} ${said}`) && (status === 400 || status === 403)) {
    return fail(
      "denied",
      `${keyArn(attempt)} is encrypted and may not be decrypted: grant kms:Decrypt on ${kmsArn(said)} (${said}).`,
    );
  }
  if (status === 403) return fail("denied", `${refusal(attempt)} (${name}: ${said})`);
  if (status !== undefined) {
    return fail(
      "unreachable",
      `S3 answered ${status} ${name} for ${attempt.action === "list" ? `s3://${bucket}/${key}` : "the file"}: ${said}`,
    );
  }
  return fail("unreachable", `S3 doesn't answer${endpointOf(error)}: ${said || name}`);
}

/** The command that brings an archived file back for a week, for a POSIX shell. */
export function restoreCommand(bucket: string, key: string): string {
  const name = /^[\w.-]+$/.test(bucket) ? bucket : posixQuote(bucket);
  return `aws s3api restore-object --bucket ${name} --key ${posixQuote(key)} --restore-request Days=7`;
}

/** What is wrong with the credentials of the default chain themselves; null when it is something else. */
function ownCredentials(name: string, said: string): string | null {
  if (/^(CredentialsProviderError|TokenProviderError)$/.test(name))
    return `No AWS credentials were found: set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (${said}).`;
  return /ExpiredToken|TokenRefreshRequired/.test(name)
    ? `The AWS credentials have expired; renew them (${said}).`
    : null;
}

/** STS's refusals fail every file alike; that it doesn't answer may pass. */
function roleError(error: AssumeRoleError): S3Error {
  const { role, hasExternalId, message: said } = error;
  const { name = "Error", $metadata } = (error.cause ?? {}) as {
    name?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const fail = (kind: S3ErrorKind, sentence: string) => new S3Error(kind, sentence, error);
  if (name === "AbortError") return fail("aborted", "The sync was stopped.");
  const own = ownCredentials(name, said);
  if (own !== null) return fail("credentials", own);
  const status = $metadata?.httpStatusCode;
  if (status === undefined || status >= 500)
    return fail("unreachable", `STS doesn't answer${endpointOf(error.cause)} for the role ${role}: ${said || name}`);
  if (/^(InvalidClientTokenId|SignatureDoesNotMatch|IncompleteSignature|UnrecognizedClientException)$/.test(name))
    return fail("credentials", `STS doesn't accept the AWS credentials: ${name} (${said}).`);
  // Other servers than AWS's refuse without a name that the SDK finds.
  if (status === 403) {
    const externalId = hasExternalId
      ? "with the external id that TRAIL_URLS gives"
      : "and where it asks for an external id, give it as external-id in TRAIL_URLS";
    return fail(
      "credentials",
      `The role ${role} may not be assumed: grant sts:AssumeRole on ${role}, let the role's trust policy allow it ${externalId} (${said}).`,
    );
  }
  return fail("credentials", `The role ${role} can't be assumed: ${name} (${said}).`);
}

function refusal({ action, bucket, key, partition = "aws" }: Attempt): string {
  if (action === "list") {
    const under = key === "" ? "" : ` (with the prefix ${key})`;
    return `The bucket ${bucket} may not be listed: grant s3:ListBucket on arn:${partition}:s3:::${bucket}${under}.`;
  }
  // The permission is given by folder, so the sentence names the folder that holds the log files.
  const folder = key.slice(0, Math.max(0, key.lastIndexOf("AWSLogs/")));
  return `The file may not be read: grant s3:GetObject on arn:${partition}:s3:::${bucket}/${folder}*, and kms:Decrypt on its key if it is encrypted.`;
}

function keyArn({ bucket, key, partition = "aws" }: Attempt): string {
  return `arn:${partition}:s3:::${bucket}/${key}`;
}

function kmsArn(said: string): string {
  return /arn:[\w-]+:kms:[\w:/-]+/.exec(said)?.[0] ?? "the key of the bucket";
}

function endpointOf(error: unknown): string {
  const { address, port, hostname } = (error ?? {}) as { address?: string; port?: number; hostname?: string };
  if (address !== undefined) return ` at ${address}${port === undefined ? "" : `:${port}`}`;
  return hostname === undefined ? "" : ` at ${hostname}`;
}
