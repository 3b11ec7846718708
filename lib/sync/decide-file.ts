import { kindOfKey, parseLogFileKey, type KeyKind } from "#lib/cloudtrail/log-file-key.ts";
import type { ListedFile } from "./trail-source.ts";

export type LogFileState = "pending" | "ingested" | "skipped" | "archived" | "failed" | "expired";

/** What the ledger knows of a file from earlier passes. */
export type KnownFile = {
  id: number;
  etag: string;
  state: LogFileState;
  reason: string | null;
  isDue: boolean;
  /** The rules by which its records were kept; null until it is read, and once it has failed. */
  rulesFingerprint: string | null;
  /** Whether it was ever read as a log file: events may be its own, even when it has failed since. */
  wasIngested: boolean;
};

/** What a pass does with a listed file: read it (`due`), or only count it. `state` and `reason` are the ledger's then. */
export type FileDecision = {
  fate: "due" | "unchanged" | "skipped" | "failed";
  state: LogFileState;
  reason: string | null;
};

const SKIPPED: Record<Exclude<KeyKind, "log">, string> = {
  "folder-marker": "A folder marker, not a log file.",
  digest: "A digest file: it proves log files and holds no events.",
  insight: "A CloudTrail Insights file: it holds statistics, no events.",
  "network-activity": "A network activity file; only management and data events are read.",
  aggregated: "A file of aggregated data events; only single events are read.",
  other: "Its path is not that of a log file (…/AWSLogs/<account>/CloudTrail/<region>/<year>/<month>/<day>/<file>).",
};

/** Classes that S3 doesn't read from; Glacier Instant Retrieval is not among them. */
const ARCHIVED_CLASSES = new Set(["GLACIER", "DEEP_ARCHIVE"]);

/** Zero bytes need no reading to be found out. */
export const EMPTY_REASON = "The file is empty (0 bytes).";

/**
 * The fate of a listed file, by its listing and what is known of it. A file is due when its etag or the rules by which
 * records are kept differ from those it was read with, or when a retry was asked for; a failed one only when its etag
 * differs or on retry. What was read of a file stands until something else is read from it.
 */
export function decideFile(
  listed: ListedFile,
  known: KnownFile | undefined,
  fingerprint: string,
  restoreHint: (key: string) => string,
): FileDecision {
  const isStanding = known !== undefined && isIngested(known);
  const skip = skipReason(listed);
  if (skip !== null) return { fate: "skipped", state: isStanding ? "ingested" : "skipped", reason: skip };

  const isSame = known !== undefined && known.etag === listed.etag && !known.isDue;
  if (isSame && isStanding && known.rulesFingerprint === fingerprint) {
    return { fate: "unchanged", state: "ingested", reason: null };
  }
  if (isSame && known.state === "failed") return { fate: "failed", state: "failed", reason: known.reason };
  if (listed.storageClass !== null && ARCHIVED_CLASSES.has(listed.storageClass) && !listed.isRestored) {
    const reason = `Archived in ${listed.storageClass}; restore it with: ${restoreHint(listed.key)}`;
    return { fate: "skipped", state: isStanding ? "ingested" : "archived", reason };
  }
  // An empty one that events came from is read nonetheless: what it was goes into its history with a reading.
  if (listed.sizeBytes === 0 && known?.wasIngested !== true)
    return { fate: "failed", state: "failed", reason: EMPTY_REASON };
  return { fate: "due", state: isStanding ? "ingested" : "pending", reason: known?.reason ?? null };
}

/** Whether the ledger's counts of a file stand: it was read, and has not failed since. */
export function isIngested(known: Pick<KnownFile, "state" | "rulesFingerprint">): boolean {
  return known.state === "ingested" || (known.state === "expired" && known.rulesFingerprint !== null);
}

function skipReason(listed: ListedFile): string | null {
  if (listed.refusal !== null) return listed.refusal;
  const kind = kindOfKey(listed.key);
  if (kind !== "log") return SKIPPED[kind];
  return parseLogFileKey(listed.key) === null ? SKIPPED.other : null;
}
