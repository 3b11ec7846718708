import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { playSample } from "./play-sample.ts";

export type Written = { files: number; records: number; bytes: number };

/** Writes the log files of a share of the days below a folder. */
export function writeLogFiles(folder: string, share: number, shares: number): Written {
  const written: Written = { files: 0, records: 0, bytes: 0 };
  const folders = new Set<string>();
  for (const files of playSample(share, shares)) {
    for (const { key, records } of files) {
      written.records += records.length;
      written.bytes += writeGzipped(folder, key, `{"Records":[${records.join(",")}]}`, folders);
      written.files++;
    }
  }
  return written;
}

/** @returns the size of the file in bytes */
export function writeGzipped(folder: string, key: string, content: string, folders: Set<string>): number {
  const target = path.join(folder, key);
  const parent = path.dirname(target);
  if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
  folders.add(parent);
  // Level 3 is as quick as 1 on such text and half again as quick as 6.
  const body = gzipSync(content, { level: 3 });
  writeFileSync(target, body);
  return body.length;
}
