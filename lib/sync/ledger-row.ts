import { cleanText } from "#lib/cloudtrail/clean-text.ts";
import type { Counters } from "./counters.ts";
import type { FileResult } from "./due-file.ts";
import type { Rereading } from "./keep-versions.ts";
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

/**
 * The ledger row of a result, and what it adds to the pass's counters. `rereading` is that of a file that was ingested
 * before, if it was read.
 */
export function ledgerRow(
  result: FileResult,
  merged: MergedFiles,
  rereading: Rereading | undefined,
): { row: LedgerRow; counts: Partial<Counters> } {
  const { file } = result;
  const common: LedgerRow = {
    id: file.id,
    state: file.isStanding ? "ingested" : "pending",
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
        row: { ...common, state: file.isStanding ? "ingested" : "archived", reason: cleanText(result.reason) },
        counts: { filesSkipped: 1 },
      };
    case "unreachable":
      return {
        row: { ...common, reason: cleanText(result.reason), is_due: file.isStanding },
        counts: { filesFailed: 1 },
      };
    case "read":
      return readRow(result, merged, rereading, common);
  }
}

function readRow(
  { file, reading }: Extract<FileResult, { kind: "read" }>,
  merged: MergedFiles,
  rereading: Rereading | undefined,
  common: LedgerRow,
): { row: LedgerRow; counts: Partial<Counters> } {
  const read = { ...common, is_read: true, sha256: reading.sha256, uncompressed_bytes: reading.uncompressedBytes };
  const bytes = { bytesCompressed: reading.compressedBytes, bytesUncompressed: reading.uncompressedBytes };
  if (reading.failure !== null) {
    const counts = { filesFailed: 1, ...bytes };
    if (rereading?.content === "unread") {
      const reason = cleanText(`It couldn't be read again: ${reading.failure}`);
      return { row: { ...common, reason, is_due: true }, counts };
    }
    return { row: { ...read, state: "failed", reason: cleanText(reading.failure) }, counts };
  }
  const { recordsRead, kept, recordsFiltered, recordsRejected } = reading.counts;
  const inserted = merged.inserted.get(file.id) ?? 0;
  const isSame = rereading?.content === "same";
  // Events that this content added under wider rules stay its own, though their records are filtered out by now.
  const added = (isSame ? rereading.eventsInserted : 0) + inserted;
  const owned = isSame ? (merged.owned.get(file.id) ?? 0) : inserted;
  const leftOut = Math.min(added - owned, recordsFiltered);
  return {
    row: {
      ...read,
      state: "ingested",
      is_ingested: true,
      records_read: recordsRead,
      events_inserted: added,
      records_duplicate: kept - owned,
      records_filtered: recordsFiltered - leftOut,
      records_rejected: recordsRejected - (added - owned - leftOut),
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
