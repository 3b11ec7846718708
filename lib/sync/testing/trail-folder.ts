import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

export type TrailFolder = {
  root: string;
  url: string;
  /** Writes a file as it is. */
  put: (key: string, content: string | Uint8Array) => Promise<void>;
  /** Writes a log file of these records (values, or JSON texts that go in as they are), gzipped. */
  putLog: (key: string, records: unknown[]) => Promise<void>;
  remove: (key: string) => Promise<void>;
  destroy: () => Promise<void>;
};

/** A folder of a test's own that is a trail. */
export async function trailFolder(): Promise<TrailFolder> {
  const root = await mkdtemp(path.join(tmpdir(), "trail-"));
  let writes = 0;
  const put = async (key: string, content: string | Uint8Array) => {
    const place = path.join(root, key);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, content);
    // Two writes within one tick of the clock are still two.
    const time = 1_700_000_000 + ++writes;
    await utimes(place, time, time);
  };
  return {
    root,
    url: pathToFileURL(root).href,
    put,
    putLog: (key, records) => put(key, gzipSync(logText(records))),
    remove: (key) => rm(path.join(root, key)),
    destroy: () => rm(root, { recursive: true, force: true }),
  };
}

/** The text of a log file. */
export function logText(records: unknown[]): string {
  return `{"Records":[${records.map((record) => (typeof record === "string" ? record : JSON.stringify(record))).join(",")}]}`;
}

/** A log file's key. */
export function logKey(name: string, day = "2024/05/01", account = "111122223333", region = "us-east-1"): string {
  return `AWSLogs/${account}/CloudTrail/${region}/${day}/${account}_CloudTrail_${region}_${name}.json.gz`;
}
