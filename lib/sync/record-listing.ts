import { cleanText } from "#lib/cloudtrail/clean-text.ts";
import { kindOfKey, parseLogFileKey } from "#lib/cloudtrail/log-file-key.ts";
import { inTransaction } from "#lib/db/in-transaction.ts";
import { noCounts, type Counters } from "./counters.ts";
import { decideFile, isIngested, type FileDecision, type KnownFile } from "./decide-file.ts";
import type { DueFile } from "./due-file.ts";
import type { ListedFile } from "./trail-source.ts";
import { addToRun } from "./write-ledger.ts";
import { writeTrailRegions } from "./write-trail-regions.ts";

export type Listing = {
  runId: number;
  trailId: number;
  fingerprint: string;
  restoreHint: (key: string) => string;
};

export type RecordedPage = { due: DueFile[]; counts: Counters; failures: { key: string; reason: string }[] };

type Known = KnownFile & {
  key: string;
  lastSeenRunId: number | null;
  storageClass: string | null;
};

/**
 * Puts a page of a listing into the ledger: new files, changed fates, and that all of them were seen in this run.
 * Gives back those to read (and hands them to `queue` in the same transaction) and counts the others. A file that the
 * run has seen before is passed over.
 */
export async function recordListing(
  listing: Listing,
  page: ListedFile[],
  queue?: (client: Client, due: DueFile[]) => Promise<void>,
): Promise<RecordedPage> {
  const files = new Map(page.map((file) => [file.key.replaceAll("\0", "\uFFFD"), file]));
  return inTransaction(async (client) => {
    const known = await lookUp(client, listing, [...files.keys()]);
    const counts = noCounts();
    const failures: RecordedPage["failures"] = [];
    const decided: { key: string; file: ListedFile; of: Known | undefined; decision: FileDecision }[] = [];
    for (const [key, file] of files) {
      const of = known.get(key);
      if (of?.lastSeenRunId === listing.runId) continue;
      const decision = cleaned(decideFile(file, of, listing.fingerprint, listing.restoreHint));
      decided.push({ key, file, of, decision });
      counts.filesListed++;
      if (decision.fate === "unchanged") counts.filesUnchanged++;
      if (decision.fate === "skipped") counts.filesSkipped++;
      if (decision.fate === "failed") {
        counts.filesFailed++;
        failures.push({ key, reason: decision.reason ?? "" });
      }
    }
    const ids = await insertNew(
      client,
      listing,
      decided.filter(({ of }) => !of),
    );
    await updateChanged(
      client,
      decided.filter(({ of, file, decision }) => of && isChanged(of, file, decision)),
    );
    const fresh = decided.filter(({ decision }) => decision.fate !== "unchanged");
    await writeTrailRegions(
      client,
      listing,
      fresh.map(({ key, file, of }) => ({ key, lastModified: file.lastModified, id: of?.id ?? ids.get(key) ?? 0 })),
    );
    const due = decided
      .filter(({ decision }) => decision.fate === "due")
      .map(({ key, file, of }): DueFile => ({
        id: of?.id ?? ids.get(key) ?? 0,
        trailId: listing.trailId,
        key,
        etag: file.etag,
        sizeBytes: file.sizeBytes,
        storageClass: file.storageClass,
        lastModified: file.lastModified,
        isStanding: of !== undefined && isIngested(of),
      }));
    await queue?.(client, due);
    // Last: who commits files waits for this row.
    await addToRun(client, listing, counts);
    return { due, counts, failures };
  });
}

/** A reason may quote a key, and what a key may hold is more than what Postgres holds. */
function cleaned(decision: FileDecision): FileDecision {
  return decision.reason === null ? decision : { ...decision, reason: cleanText(decision.reason) };
}

type Client = Parameters<typeof addToRun>[0];
type Decided = { key: string; file: ListedFile; of: Known | undefined; decision: FileDecision };

/** What the ledger knows of these keys, which it stamps as seen in one go. */
async function lookUp(client: Client, listing: Listing, keys: string[]): Promise<Map<string, Known>> {
  const { rows } = await client.query<Known>(
    `WITH known AS (
       SELECT id, key, etag, state, reason, is_due, rules_fingerprint, storage_class, last_seen_run_id,
         commit_no IS NOT NULL AS was_ingested
       FROM log_file WHERE trail_id = $1 AND key = ANY ($2)
     ), stamped AS (
       UPDATE log_file f SET last_seen_run_id = $3, last_seen_at = now() FROM known
       WHERE f.id = known.id AND f.last_seen_run_id IS DISTINCT FROM $3
     )
     SELECT id, key, etag, state, reason, is_due AS "isDue", rules_fingerprint AS "rulesFingerprint",
       storage_class AS "storageClass", last_seen_run_id AS "lastSeenRunId",
       was_ingested AS "wasIngested"
     FROM known`,
    [listing.trailId, keys, listing.runId],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

async function insertNew(client: Client, listing: Listing, files: Decided[]): Promise<Map<string, number>> {
  if (files.length === 0) return new Map();
  const rows = files.map(({ key, file, decision }) => {
    const path = parseLogFileKey(key);
    return {
      key,
      kind: kindOfKey(key),
      etag: file.etag,
      size_bytes: file.sizeBytes,
      storage_class: file.storageClass,
      last_modified: file.lastModified?.toISOString() ?? null,
      account_id: path?.accountId ?? null,
      region: path?.region ?? null,
      folder_date: path?.date ?? null,
      state: decision.state,
      reason: decision.reason,
    };
  });
  const inserted = await client.query<{ id: number; key: string }>(
    `INSERT INTO log_file (trail_id, last_seen_run_id, key, kind, etag, size_bytes, storage_class, last_modified,
       account_id, region, folder_date, state, reason)
     SELECT $1, $2, v.* FROM json_to_recordset($3::json) AS v (
       key text, kind text, etag text, size_bytes bigint, storage_class text, last_modified timestamptz,
       account_id text, region text, folder_date date, state log_file_state, reason text)
     RETURNING id, key`,
    [listing.trailId, listing.runId, JSON.stringify(rows)],
  );
  return new Map(inserted.rows.map((row) => [row.key, row.id]));
}

function isChanged(of: Known, file: ListedFile, decision: FileDecision): boolean {
  return (
    of.state !== decision.state ||
    of.reason !== decision.reason ||
    of.storageClass !== file.storageClass ||
    (of.etag !== file.etag && !of.wasIngested) ||
    // A retry that was asked for is done with when there is nothing to read.
    (of.isDue && decision.fate !== "due")
  );
}

/** Of a file that was ever ingested, all that tells of its content stays as it was read, until it is read again. */
async function updateChanged(client: Client, files: Decided[]): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map(({ file, of, decision }) => ({
    id: of?.id,
    state: decision.state,
    reason: decision.reason,
    is_due: decision.fate === "due",
    storage_class: file.storageClass,
    etag: file.etag,
    size_bytes: file.sizeBytes,
    last_modified: file.lastModified?.toISOString() ?? null,
  }));
  const content = ["etag", "size_bytes", "last_modified"].map(
    (name) => `${name} = CASE WHEN f.commit_no IS NULL THEN v.${name} ELSE f.${name} END`,
  );
  await client.query(
    `UPDATE log_file f SET state = v.state, reason = v.reason, storage_class = v.storage_class,
       is_due = f.is_due AND v.is_due, expired_at = NULL, ${content.join(", ")}
     FROM json_to_recordset($1::json) AS v (
       id bigint, state log_file_state, reason text, is_due boolean, storage_class text, etag text,
       size_bytes bigint, last_modified timestamptz)
     WHERE f.id = v.id`,
    [JSON.stringify(rows)],
  );
}
