import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { atBucket } from "./at-bucket.ts";
import { listedObject, type ListedObject } from "./listed-object.ts";
import type { S3Place } from "./s3-place.ts";
import { tellSlowDowns, type S3RequestOptions } from "./tell-slow-downs.ts";

/**
 * Everything under a prefix, page by page in the bucket's order. A page may be short or empty and still not be the last.
 * @throws S3Error with a sentence that says what is missing.
 */
export async function* listObjects(
  place: S3Place,
  prefix: string,
  { signal, onSlowDown }: S3RequestOptions = {},
): AsyncGenerator<ListedObject[]> {
  let token: string | undefined;
  do {
    const command = new ListObjectsV2Command({
      Bucket: place.bucket,
      Prefix: prefix,
      EncodingType: "url",
      OptionalObjectAttributes: ["RestoreStatus"],
      ContinuationToken: token,
      RequestPayer: place.isRequesterPays ? "requester" : undefined,
    });
    if (onSlowDown) tellSlowDowns(command, onSlowDown);
    const page = await atBucket(place, { action: "list", key: prefix }, (client) =>
      client.send(command, { abortSignal: signal }),
    );
    yield (page.Contents ?? []).map((object) => listedObject(object, page.EncodingType));
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}
