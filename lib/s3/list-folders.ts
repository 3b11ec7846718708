import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { atBucket } from "./at-bucket.ts";
import { decodeKey, listedObject, type ListedObject } from "./listed-object.ts";
import type { S3Place } from "./s3-place.ts";
import { tellSlowDowns, type S3RequestOptions } from "./tell-slow-downs.ts";

/**
 * One level of a bucket: the folders directly under a prefix (each with its closing `/`) and the objects beside them.
 * @throws S3Error with a sentence that says what is missing.
 */
export async function listFolders(
  place: S3Place,
  prefix: string,
  { signal, onSlowDown }: S3RequestOptions = {},
): Promise<{ folders: string[]; files: ListedObject[] }> {
  const folders: string[] = [];
  const files: ListedObject[] = [];
  let token: string | undefined;
  do {
    const command = new ListObjectsV2Command({
      Bucket: place.bucket,
      Prefix: prefix,
      Delimiter: "/",
      EncodingType: "url",
      OptionalObjectAttributes: ["RestoreStatus"],
      ContinuationToken: token,
      RequestPayer: place.isRequesterPays ? "requester" : undefined,
    });
    if (onSlowDown) tellSlowDowns(command, onSlowDown);
    const page = await atBucket(place, { action: "list", key: prefix }, (client) =>
      client.send(command, { abortSignal: signal }),
    );
    for (const { Prefix } of page.CommonPrefixes ?? []) folders.push(decodeKey(Prefix ?? "", page.EncodingType));
    for (const object of page.Contents ?? []) files.push(listedObject(object, page.EncodingType));
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
  return { folders, files };
}
