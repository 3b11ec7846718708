import { createHash } from "node:crypto";
import { LogFileError } from "#lib/cloudtrail/log-file-error.ts";
import { RecordScanner } from "#lib/cloudtrail/record-scanner.ts";
import type { KeepRules } from "#lib/codestar/event-sources.ts";
import { readRecord } from "./read-record.ts";
import { stagedEvent, stagedReject } from "./staged-row.ts";
import { unpack } from "./unpack.ts";

/** What was read of a file, whether or not it turned out to be a log file. */
export type FileContent = {
  compressedBytes: number;
  uncompressedBytes: number;
  /** Of the uncompressed bytes, in hex; null when they couldn't be had to the end. */
  sha256: string | null;
};

/** The counts of a log file; `recordsRead` is the sum of the others. */
export type FileCounts = { recordsRead: number; kept: number; recordsFiltered: number; recordsRejected: number };

export type FileReading = FileContent & ({ failure: null; counts: FileCounts } | { failure: string });

/** A file that unpacks to more fails, so that a few kilobytes can't fill the machine. */
export const UNPACKED_LIMIT_BYTES = 2 * 1024 ** 3;

const HEAD_BYTES = 2_048;

/**
 * Reads a log file as it comes, holding no more than a chunk and a record, and hands out a staging row for each record
 * that is kept or rejected. A failure says that the file as a whole is no log file: what was handed out is void then.
 * @throws whatever the source of the bytes throws
 */
export async function readLogFile(
  chunks: AsyncIterable<Uint8Array>,
  options: { fileId: number; rules: KeepRules; limitBytes?: number; onRow: (line: string) => void | Promise<void> },
): Promise<FileReading> {
  const limitBytes = options.limitBytes ?? UNPACKED_LIMIT_BYTES;
  const content: FileContent = { compressedBytes: 0, uncompressedBytes: 0, sha256: null };
  const counts: FileCounts = { recordsRead: 0, kept: 0, recordsFiltered: 0, recordsRejected: 0 };
  const scanner = new RecordScanner();
  const hash = createHash("sha256");
  let head = "";
  let insights = 0;
  let failure: string | null = null;

  const take = async (slice: Uint8Array) => {
    const place = { fileId: options.fileId, position: counts.recordsRead };
    const fate = readRecord(slice, place.position, options.rules);
    counts.recordsRead++;
    if (fate.kind === "filtered") counts.recordsFiltered++;
    else if (fate.kind === "event") counts.kept++;
    else counts.recordsRejected++;
    if (fate.kind !== "event" && fate.isInsight) insights++;
    if (fate.kind === "filtered") return;
    const line =
      fate.kind === "event" ? stagedEvent(place, fate.event, fate.text) : stagedReject(place, fate.reason, slice);
    const accepted = options.onRow(line);
    if (accepted) await accepted;
  };

  try {
    for await (const chunk of unpack(chunks, content)) {
      content.uncompressedBytes += chunk.length;
      if (content.uncompressedBytes > limitBytes) {
        failure = `The file unpacks to more than ${limitBytes.toLocaleString("en-US")} bytes, which no log file does.`;
        return { ...content, failure };
      }
      hash.update(chunk);
      if (head.length < HEAD_BYTES) head += Buffer.from(chunk.subarray(0, HEAD_BYTES)).toString("latin1");
      // What is no log file is still unpacked to its end: damage to the gzip data explains more than what it led to.
      if (failure === null) {
        try {
          for (const slice of scanner.push(chunk)) await take(slice);
        } catch (error) {
          failure = reasonOf(error);
        }
      }
    }
    content.sha256 = hash.digest("hex");
    if (failure === null) {
      try {
        scanner.end();
      } catch (error) {
        failure = reasonOf(error);
      }
    }
  } catch (error) {
    failure = reasonOf(error);
  }
  if (failure === null && insights > 0 && insights === counts.recordsRead) {
    failure = "The file holds CloudTrail Insights, which are statistics and not events.";
  }
  if (failure === null) return { ...content, failure, counts };
  return { ...content, failure: isDigest(head) ? "The file holds a CloudTrail digest, which has no events." : failure };
}

function reasonOf(error: unknown): string {
  if (error instanceof LogFileError) return error.reason;
  throw error;
}

function isDigest(head: string): boolean {
  return /"digestS3Object"|"digestStartTime"|"digestPublicKeyFingerprint"/.test(head) && !/"Records"\s*:/.test(head);
}
