import type { S3Credentials } from "./s3-credentials.ts";
import type { TrailStore } from "./trail-store.ts";
import { verifySignature, type SignedRequest } from "./verify-signature.ts";

/** Why the server doesn't answer a request, as S3 says it; undefined when it does. */
export async function refusalOf(
  request: SignedRequest,
  credentials: S3Credentials,
  store: Pick<TrailStore, "hasBucket" | "hasObject">,
): Promise<{ status: number; code: string; message: string } | undefined> {
  const unsigned = await verifySignature(request, credentials);
  if (unsigned) return { status: 403, ...unsigned };
  if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 403, code: "AccessDenied", message: "Access Denied: the sample is read-only." };
  }
  const [, bucket = "", ...rest] = new URL(request.url, "http://any").pathname.split("/");
  const key = decodeURIComponent(rest.join("/"));
  if (bucket === "") return undefined;
  if (!store.hasBucket(bucket)) {
    return { status: 404, code: "NoSuchBucket", message: "The specified bucket does not exist" };
  }
  if (key === "" || store.hasObject(key)) return undefined;
  return { status: 404, code: "NoSuchKey", message: "The specified key does not exist." };
}
