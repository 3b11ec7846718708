import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { playSample } from "./play-sample.ts";

/** A file that was written: its key, its size, and the MD5 of its bytes (what S3 has as its tag). */
export type WrittenFile = { key: string; sizeBytes: number; md5: string };
export type Written = { records: number; files: WrittenFile[] };

/** Writes the log files of a share of the days below a folder. */
export function writeLogFiles(folder: string, share: number, shares: number): Written {
  const written: Written = { records: 0, files: [] };
  const folders = new Set<string>();
  for (const files of playSample(share, shares)) {
    for (const { key, records } of files) {
      written.records += records.length;
      written.files.push(writeGzipped(folder, key, `{"Records":[${records.join(",")}]}`, folders));
    }
  }
  return written;
}

export function writeGzipped(folder: string, key: string, content: string, folders: Set<string>): WrittenFile {
  const target = path.join(folder, key);
  const parent = path.dirname(target);
  if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
  folders.add(parent);
  // Level 3 is as quick as 1 on such text and half again as quick as 6.
  const body = gzipSync(content, { level: 3 });
  writeFileSync(target, body);
  return { key, sizeBytes: body.length, md5: createHash("md5").update(body).digest("hex") };
}
