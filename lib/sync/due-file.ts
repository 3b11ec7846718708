import type { FileReading } from "./log-file-reader.ts";

/** A file that a pass has to read, as the listing shows it now. */
export type DueFile = {
  id: number;
  trailId: number;
  key: string;
  etag: string;
  sizeBytes: number;
  storageClass: string | null;
  lastModified: Date | null;
  /** Whether what the ledger has of an earlier reading stands until it is read again. */
  isStanding: boolean;
};

/**
 * What came of reading a file. `unreachable` when it couldn't be read at all, which says nothing about its content;
 * `isAnswered` when it was refused, which says nothing about other files. `rows` are COPY text for the staging table.
 */
export type FileResult =
  | { file: DueFile; kind: "read"; reading: FileReading; rows: Uint8Array }
  | { file: DueFile; kind: "unreachable"; reason: string; isAnswered: boolean }
  | { file: DueFile; kind: "gone" }
  | { file: DueFile; kind: "archived"; reason: string };
