import { isoTime } from "./calendar.ts";
import { folder } from "./deliver.ts";
import { accountId, TRAIL, type Place } from "./organisation.ts";
import { Random } from "./random.ts";

export const BUCKET = "astrolabe-sample";

const PLACE: Place = { account: "labs", region: "eu-central-1" };
/** A Sunday night in which nothing was delivered: digests come every hour all the same. */
const NIGHT = Date.UTC(2024, 10, 24) / 1000;
const HOURS = 5;

/** Some of CloudTrail's integrity files, which no sync may take for log files. */
export function digestFiles(): { key: string; content: string }[] {
  const random = new Random("digests");
  const keyAt = (end: number) => {
    const name = [
      accountId(PLACE.account),
      "CloudTrail-Digest",
      PLACE.region,
      TRAIL.name,
      TRAIL.homeRegion,
      stamp(end),
    ].join("_");
    return `${folder(PLACE, "CloudTrail-Digest", isoTime(end))}/${name}.json.gz`;
  };
  let previousSignature = random.hex(512);
  return Array.from({ length: HOURS }, (_, hour) => {
    const end = NIGHT + hour * 3600 + 1_391;
    const content = JSON.stringify({
      awsAccountId: accountId(PLACE.account),
      digestStartTime: isoTime(end - 3600),
      digestEndTime: isoTime(end),
      digestS3Bucket: BUCKET,
      digestS3Object: keyAt(end),
      digestPublicKeyFingerprint: "9c1f6a5e0d3b47289a8e1c7d54f2b306",
      digestSignatureAlgorithm: "SHA256withRSA",
      newestEventTime: null,
      oldestEventTime: null,
      previousDigestS3Bucket: BUCKET,
      previousDigestS3Object: keyAt(end - 3600),
      previousDigestHashValue: random.hex(64),
      previousDigestHashAlgorithm: "SHA-256",
      previousDigestSignature: previousSignature,
      logFiles: [],
    });
    previousSignature = random.hex(512);
    return { key: keyAt(end), content };
  });
}

const stamp = (at: number) => isoTime(at).replaceAll(/[-:]/g, "");
