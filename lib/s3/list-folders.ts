import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { s3Client } from "./client.ts";
import { decodeKey, listedObject, type ListedObject } from "./listed-object.ts";
import { s3Error } from "./s3-error.ts";

/**
 * One level of a bucket: the folders directly under a prefix (each with its closing `/`) and the objects beside them.
 * @throws S3Error with a sentence that says what is missing.
 */
export async function listFolders(
  bucket: string,
  prefix: string,
  signal?: AbortSignal,
): Promise<{ folders: string[]; files: ListedObject[] }> {
  const client = await s3Client();
  const folders: string[] = [];
  const files: ListedObject[] = [];
  let token: string | undefined;
  do {
    const command = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      Delimiter: "/",
      EncodingType: "url",
      OptionalObjectAttributes: ["RestoreStatus"],
      ContinuationToken: token,
    });
    const page = await client.send(command, { abortSignal: signal }).catch((error: unknown) => {
      throw s3Error(error, { action: "list", bucket, key: prefix });
    });
    for (const { Prefix } of page.CommonPrefixes ?? []) folders.push(decodeKey(Prefix ?? "", page.EncodingType));
    for (const object of page.Contents ?? []) files.push(listedObject(object, page.EncodingType));
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
  return { folders, files };
}
