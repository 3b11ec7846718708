import type { FileReading } from "./read-log-file.ts";

/** A file that a pass has to read, as the listing shows it now. */
export type DueFile = {
  id: number;
  trailId: number;
  key: string;
  etag: string;
  sizeBytes: number;
  storageClass: string | null;
  lastModified: Date | null;
  /** What the ledger holds of an earlier reading that still stands. */
  previous: { sha256: string | null; eventsInserted: number } | null;
};

/** What came of reading a file. `void` when it couldn't be read at all: that says nothing about its content. */
export type FileResult =
  | { file: DueFile; kind: "read"; reading: FileReading; rows: string[] }
  | { file: DueFile; kind: "unreachable"; reason: string }
  | { file: DueFile; kind: "gone" }
  | { file: DueFile; kind: "archived"; reason: string };
