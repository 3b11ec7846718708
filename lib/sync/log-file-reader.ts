import { createHash } from "node:crypto";
import { LogFileError } from "#lib/cloudtrail/log-file-error.ts";
import { RecordScanner } from "#lib/cloudtrail/record-scanner.ts";
import type { FoundRecord } from "#lib/cloudtrail/scan-instance.ts";
import type { KeepRules } from "#lib/codestar/event-sources.ts";
import { RELATED_WORD } from "#lib/codestar/related-word.ts";
import { readRecord } from "./read-record.ts";
import { stagedEvent, stagedReject } from "./staged-row.ts";

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

export type ReadOptions = {
  /** The file's id in the ledger. */
  fileId: number;
  rules: KeepRules;
  /** A file that unpacks to more bytes fails, so that a few kilobytes can't fill the machine. */
  limitBytes: number;
};

const HEAD_BYTES = 2_048;
/** Hashed and scanned while it is in the processor's cache. */
const PIECE_BYTES = 128 * 1024;
const encoder = new TextEncoder();

/**
 * Reads the unpacked bytes of a log file as they come, holding no more than the record that is being read, and makes a
 * staging row of each record that is kept or rejected. A file may turn out at its last byte to be none; its rows are
 * void then.
 */
export class LogFileReader {
  readonly #options: ReadOptions;
  readonly #scanner: RecordScanner;
  readonly #hash = createHash("sha256");
  #head = "";
  #uncompressedBytes = 0;
  #kept = 0;
  #rejected = 0;
  #insights = 0;
  #failure: string | null = null;
  #rows: string[] = [];
  #rowChars = 0;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#scanner = new RecordScanner({ sources: options.rules.sources, word: RELATED_WORD });
  }

  /** How much text the rows hold that wait to be taken. */
  get rowChars(): number {
    return this.#rowChars;
  }

  /** The rows since they were last taken, as COPY text. */
  takeRows(): Uint8Array {
    // Not a Buffer, which may share its memory and then can't be handed to another thread.
    const text = encoder.encode(this.#rows.join(""));
    this.#rows = [];
    this.#rowChars = 0;
    return text;
  }

  /** Whether there is use in reading on: not when the file is larger than any log file. */
  push(chunk: Uint8Array): boolean {
    this.#uncompressedBytes += chunk.length;
    if (this.#uncompressedBytes > this.#options.limitBytes) {
      const limit = this.#options.limitBytes.toLocaleString("en-US");
      this.#failure = `The file unpacks to more than ${limit} bytes, which no log file does.`;
      return false;
    }
    if (this.#head.length < HEAD_BYTES) this.#head += Buffer.from(chunk.subarray(0, HEAD_BYTES)).toString("latin1");
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES);
      this.#hash.update(piece);
      // What is no log file is still unpacked to its end: damage to the gzip data explains more than what it led to.
      if (this.#failure === null) this.#take(() => this.#scanner.push(piece));
    }
    return true;
  }

  /**
   * What the file is, once, when all is read.
   * @param unpacking why the bytes ended before their time, or null
   */
  finish(compressedBytes: number, unpacking: string | null): FileReading {
    const isWhole = unpacking === null && this.#uncompressedBytes <= this.#options.limitBytes;
    if (isWhole && this.#failure === null) this.#take(() => this.#scanner.end());
    const recordsRead = this.#scanner.recordCount;
    this.#scanner.close();
    const sha256 = isWhole ? this.#hash.digest("hex") : null;
    const content = { compressedBytes, uncompressedBytes: this.#uncompressedBytes, sha256 };
    let failure = unpacking ?? this.#failure;
    if (failure === null && this.#insights > 0 && this.#insights === recordsRead) {
      failure = "The file holds CloudTrail Insights, which are statistics and not events.";
    }
    if (failure !== null) {
      const isNone = isWhole && isDigest(this.#head);
      return { ...content, failure: isNone ? "The file holds a CloudTrail digest, which has no events." : failure };
    }
    const recordsFiltered = recordsRead - this.#kept - this.#rejected;
    const counts = { recordsRead, kept: this.#kept, recordsFiltered, recordsRejected: this.#rejected };
    return { ...content, failure, counts };
  }

  /** Instead of `finish`, when the bytes won't come. */
  abandon(): void {
    this.#scanner.close();
  }

  #take(scan: () => Iterable<FoundRecord>): void {
    try {
      for (const found of scan()) this.#takeRecord(found);
    } catch (error) {
      if (!(error instanceof LogFileError)) throw error;
      this.#failure = error.reason;
    }
  }

  #takeRecord({ bytes, position }: FoundRecord): void {
    const fate = readRecord(bytes, this.#options.rules);
    if (fate.kind !== "event" && fate.isInsight) this.#insights++;
    if (fate.kind === "filtered") return;
    const place = { fileId: this.#options.fileId, position };
    if (fate.kind === "event") this.#kept++;
    else this.#rejected++;
    const row =
      fate.kind === "event"
        ? stagedEvent(place, fate.event, fate.text, fate.isRelated)
        : stagedReject(place, fate.reason, bytes);
    this.#rows.push(row);
    this.#rowChars += row.length;
  }
}

function isDigest(head: string): boolean {
  return /"digestS3Object"|"digestStartTime"|"digestPublicKeyFingerprint"/.test(head) && !/"Records"\s*:/.test(head);
}
