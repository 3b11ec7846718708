import { timingSafeEqual } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { Sha256 } from "./sha256.ts";
import type { S3Credentials } from "./s3-credentials.ts";

/** What of a request its signature covers. */
export type SignedRequest = {
  method: string;
  /** As it came over the wire, with its query. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
};

/** Why a request is refused, as S3 names it. */
export type Refusal = { code: string; message: string };

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([a-z0-9-]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
const MOST_SKEW_MS = 15 * 60_000;

const refusals = {
  unsigned: { code: "AccessDenied", message: "Access Denied: the request isn't signed." },
  key: { code: "InvalidAccessKeyId", message: "The AWS Access Key Id you provided does not exist in our records." },
  clock: {
    code: "RequestTimeTooSkewed",
    message: "The difference between the request time and the current time is too large.",
  },
  signature: {
    code: "SignatureDoesNotMatch",
    message: "The request signature we calculated does not match the signature you provided.",
  },
} satisfies Record<string, Refusal>;

/** Signs the request again with our keys and compares; undefined when it is signed by them. */
export async function verifySignature(
  request: SignedRequest,
  credentials: S3Credentials,
  now = Date.now(),
): Promise<Refusal | undefined> {
  const header = (name: string) => [request.headers[name] ?? ""].flat().join(",");
  const [, accessKeyId, day, region = "", names = "", signature] = AUTHORIZATION.exec(header("authorization")) ?? [];
  if (signature === undefined) return refusals.unsigned;
  if (accessKeyId !== credentials.accessKeyId) return refusals.key;
  const signedAt = parseAmzDate(header("x-amz-date"));
  if (signedAt === undefined || Math.abs(now - signedAt.getTime()) > MOST_SKEW_MS) return refusals.clock;
  // A signature over less than these could be moved to another request.
  const signed = names.split(";");
  if (!header("x-amz-date").startsWith(day ?? "") || !signed.includes("host")) return refusals.signature;

  const signer = new SignatureV4({
    credentials,
    region,
    service: "s3",
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const expected = await signer.sign(canonical(request, signed, header), {
    signingDate: signedAt,
    signableHeaders: new Set(signed),
  });
  const own = AUTHORIZATION.exec(expected.headers["authorization"] ?? "")?.[5] ?? "";
  return timingSafeEqual(Buffer.from(own.padEnd(64)), Buffer.from(signature)) ? undefined : refusals.signature;
}

function canonical(request: SignedRequest, signed: readonly string[], header: (name: string) => string) {
  const url = new URL(request.url, "http://any");
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  const headers = Object.fromEntries(signed.map((name) => [name, header(name)]));
  // The payload's hash is the one that the client signed; nothing here reads a body.
  headers["x-amz-content-sha256"] ??= header("x-amz-content-sha256");
  return { method: request.method, protocol: "http:", hostname: "any", path: url.pathname, query, headers };
}

function parseAmzDate(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
