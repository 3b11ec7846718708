import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { s3Client } from "./client.ts";
import { listedObject, type ListedObject } from "./listed-object.ts";
import { s3Error } from "./s3-error.ts";

/**
 * Everything under a prefix, page by page in the bucket's order. A page may be short or empty and still not be the last.
 * @throws S3Error with a sentence that says what is missing.
 */
export async function* listObjects(
  bucket: string,
  prefix: string,
  signal?: AbortSignal,
): AsyncGenerator<ListedObject[]> {
  const client = await s3Client();
  let token: string | undefined;
  do {
    const command = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      EncodingType: "url",
      OptionalObjectAttributes: ["RestoreStatus"],
      ContinuationToken: token,
    });
    const page = await client.send(command, { abortSignal: signal }).catch((error: unknown) => {
      throw s3Error(error, { action: "list", bucket, key: prefix });
    });
    yield (page.Contents ?? []).map((object) => listedObject(object, page.EncodingType));
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}
