import { cleanText } from "#lib/cloudtrail/clean-text.ts";
import type { Counters } from "./counters.ts";
import type { FileResult } from "./due-file.ts";
import type { MergedFiles } from "./merge-staged.ts";

/** What the ledger says of a file after a pass has tried it; null leaves a column as it is. */
export type LedgerRow = {
  id: number;
  state: "pending" | "ingested" | "failed" | "expired" | "archived";
  reason: string | null;
  is_due: boolean;
  /** Whether the columns below are written: the file was read, for better or worse. */
  is_read: boolean;
  etag: string;
  size_bytes: number;
  storage_class: string | null;
  last_modified: string | null;
  sha256: string | null;
  uncompressed_bytes: number | null;
  records_read: number;
  events_inserted: number;
  records_duplicate: number;
  records_filtered: number;
  records_rejected: number;
  is_ingested: boolean;
};

const NO_RECORDS = {
  records_read: 0,
  events_inserted: 0,
  records_duplicate: 0,
  records_filtered: 0,
  records_rejected: 0,
};

/** The ledger row of a result, and what it adds to the pass's counters. */
export function ledgerRow(result: FileResult, merged: MergedFiles): { row: LedgerRow; counts: Partial<Counters> } {
  const { file } = result;
  const common: LedgerRow = {
    id: file.id,
    state: file.previous ? "ingested" : "pending",
    reason: null,
    is_due: false,
    is_read: false,
    etag: file.etag,
    size_bytes: file.sizeBytes,
    storage_class: file.storageClass,
    last_modified: file.lastModified?.toISOString() ?? null,
    sha256: null,
    uncompressed_bytes: null,
    ...NO_RECORDS,
    is_ingested: false,
  };
  switch (result.kind) {
    case "gone":
      return { row: { ...common, state: "expired" }, counts: { filesSkipped: 1 } };
    case "archived":
      return {
        row: { ...common, state: file.previous ? "ingested" : "archived", reason: cleanText(result.reason) },
        counts: { filesSkipped: 1 },
      };
    case "unreachable":
      return {
        row: { ...common, reason: cleanText(result.reason), is_due: file.previous !== null },
        counts: { filesFailed: 1 },
      };
    case "read":
      return readRow(result, merged, common);
  }
}

function readRow(
  { file, reading }: Extract<FileResult, { kind: "read" }>,
  merged: MergedFiles,
  common: LedgerRow,
): { row: LedgerRow; counts: Partial<Counters> } {
  const read = { ...common, is_read: true, sha256: reading.sha256, uncompressed_bytes: reading.uncompressedBytes };
  const bytes = { bytesCompressed: reading.compressedBytes, bytesUncompressed: reading.uncompressedBytes };
  if (reading.failure !== null) {
    return {
      row: { ...read, state: "failed", reason: cleanText(reading.failure) },
      counts: { filesFailed: 1, ...bytes },
    };
  }
  const { recordsRead, kept, recordsFiltered, recordsRejected } = reading.counts;
  const inserted = merged.inserted.get(file.id) ?? 0;
  const owned = file.wasIngested ? (merged.owned.get(file.id) ?? 0) : inserted;
  // Events that this file added under wider rules are still its own, though the rules now would filter them out.
  const isSameContent = file.previous?.sha256 === reading.sha256;
  const before = isSameContent ? Math.max(0, (file.previous?.eventsInserted ?? 0) + inserted - owned) : 0;
  const ofOthers = Math.min(before, recordsFiltered);
  return {
    row: {
      ...read,
      state: "ingested",
      is_ingested: true,
      records_read: recordsRead,
      events_inserted: owned + ofOthers,
      records_duplicate: kept - owned,
      records_filtered: recordsFiltered - ofOthers,
      records_rejected: recordsRejected,
    },
    counts: {
      filesIngested: 1,
      recordsRead,
      eventsInserted: inserted,
      recordsDuplicate: kept - inserted,
      recordsFiltered,
      recordsRejected,
      ...bytes,
    },
  };
}
