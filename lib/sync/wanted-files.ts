import type { NotifiedFile } from "#lib/cloudtrail/read-notification.ts";
import { kindOfKey } from "#lib/cloudtrail/log-file-key.ts";
import { trailAddress } from "./trail-address.ts";

/** A file of a configured trail. */
export type WantedFile = { url: string; key: string };

const KEY_LIMIT_BYTES = 1_024;

/**
 * Which of the files that a message names are log files under a configured trail, for each trail that they lie under;
 * the rest of what it names, another bucket or folder, is nobody's business here.
 */
export function wantedFiles(files: readonly NotifiedFile[], trailUrls: readonly string[]): WantedFile[] {
  const trails = new Map(trailUrls.map(trailAddress).map((trail) => [trail.url, trail]));
  const wanted = new Map<string, WantedFile>();
  for (const { bucket, key } of files) {
    if (!isLogFile(key)) continue;
    for (const trail of trails.values()) {
      if (trail.kind !== "s3" || trail.bucket !== bucket || !key.startsWith(trail.prefix)) continue;
      wanted.set(`${trail.url}\n${key}`, { url: trail.url, key });
    }
  }
  return [...wanted.values()];
}

/** CloudTrail writes no key that a file system or a terminal could take for something else. */
function isLogFile(key: string): boolean {
  if (!key.isWellFormed() || /\p{Cc}/u.test(key) || Buffer.byteLength(key) > KEY_LIMIT_BYTES) return false;
  return kindOfKey(key) === "log" && !key.split("/").some((part) => part === "." || part === "..");
}
