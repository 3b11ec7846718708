import type { _Object } from "@aws-sdk/client-s3";

/** An object as a listing shows it. */
export type ListedObject = {
  key: string;
  etag: string;
  sizeBytes: number;
  storageClass: string | null;
  lastModified: Date | null;
  /** A copy of an archived object can be read for now. */
  isRestored: boolean;
};

/** Keys are asked for URL-encoded (a key may hold characters that XML can't) and come so only if the answer says it. */
export function listedObject(object: _Object, encoding: string | undefined): ListedObject {
  return {
    key: decodeKey(object.Key ?? "", encoding),
    etag: (object.ETag ?? "").replaceAll('"', ""),
    sizeBytes: object.Size ?? 0,
    storageClass: object.StorageClass ?? null,
    lastModified: object.LastModified ?? null,
    isRestored:
      object.RestoreStatus?.RestoreExpiryDate !== undefined && object.RestoreStatus.IsRestoreInProgress !== true,
  };
}

/** A key or prefix of an answer as it is in the bucket. */
export function decodeKey(text: string, encoding: string | undefined): string {
  return encoding === "url" ? decodeURIComponent(text.replaceAll("+", " ")) : text;
}
