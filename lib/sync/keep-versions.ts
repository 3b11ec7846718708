import type { ClientBase } from "pg";
import type { FileResult } from "./due-file.ts";

/** How a reading of a file that events came from before compares with what the ledger has of it. */
export type Rereading = {
  /** `unread`: what was read before is still there and couldn't be read this time, which takes nothing back. */
  content: "same" | "other" | "unread";
  /** Events that its content has added so far, while its reading stands. */
  eventsInserted: number;
};

/** The files of a transaction that were read again, in sorts. */
export type Reread = {
  rereadings: Map<number, Rereading>;
  /** Log files with the content that they had. */
  sameIds: number[];
  /** Files with other content, be it good or bad. */
  otherIds: number[];
  /** Of these, those that are no log files any more. */
  badIds: number[];
  /** Log files with a history: their present content may lack what an earlier one held. */
  goodIds: number[];
};

type Known = { id: number; etag: string; sha256: string | null; isStanding: boolean; eventsInserted: number };

/**
 * Finds out, inside the ingest transaction, which files that were read again have other content than before, and puts
 * what the ledger had of that into their history. Files that were never ingested are not among them: the ledger is asked,
 * since a pass that lost its lock may have committed one after it was listed.
 */
export async function keepVersions(
  client: ClientBase,
  options: { commitNo: number; results: FileResult[] },
): Promise<Reread> {
  const reread: Reread = { rereadings: new Map(), sameIds: [], otherIds: [], badIds: [], goodIds: [] };
  const read = options.results.filter((result) => result.kind === "read");
  if (read.length === 0) return reread;
  const { rows } = await client.query<Known>(
    `SELECT id, etag, sha256, rules_fingerprint IS NOT NULL AS "isStanding", events_inserted AS "eventsInserted"
     FROM log_file WHERE id = ANY ($1) AND commit_no IS NOT NULL`,
    [read.map(({ file }) => file.id)],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const good: number[] = [];
  for (const result of read) {
    const row = known.get(result.file.id);
    if (!row) continue;
    const { failure } = result.reading;
    const content = contentOf(result, row);
    reread.rereadings.set(row.id, { content, eventsInserted: row.eventsInserted });
    if (failure === null) good.push(row.id);
    if (failure === null && content === "same") reread.sameIds.push(row.id);
    if (content === "other") reread.otherIds.push(row.id);
    if (failure !== null && content === "other") reread.badIds.push(row.id);
  }
  if (reread.otherIds.length > 0) await keep(client, reread.otherIds, options.commitNo);
  reread.goodIds = await withHistory(client, good);
  return reread;
}

function contentOf({ file, reading }: Extract<FileResult, { kind: "read" }>, known: Known): Rereading["content"] {
  const { failure, sha256 } = reading;
  const isSameBytes = sha256 !== null && sha256 === known.sha256;
  if (failure === null) return known.isStanding && isSameBytes ? "same" : "other";
  // What can't be unpacked has no hash: its etag has to do.
  const isSameObject = sha256 !== null && known.sha256 !== null ? isSameBytes : file.etag === known.etag;
  if (known.isStanding) return isSameObject || file.etag === known.etag ? "unread" : "other";
  return isSameObject ? "same" : "other";
}

async function keep(client: ClientBase, ids: number[], commitNo: number): Promise<void> {
  await client.query(
    `INSERT INTO log_file_version (log_file_id, from_commit_no, to_commit_no, state, reason, etag, size_bytes,
       last_modified, sha256, uncompressed_bytes, records_read, events_inserted, records_duplicate, records_filtered,
       records_rejected, rules_fingerprint, ingested_at)
     SELECT id, content_commit_no, $2, (CASE WHEN rules_fingerprint IS NULL THEN 'failed' ELSE 'ingested' END)::log_file_state,
       CASE WHEN rules_fingerprint IS NULL THEN reason END, etag, size_bytes, last_modified, sha256, uncompressed_bytes,
       records_read, events_inserted, records_duplicate, records_filtered, records_rejected, rules_fingerprint, ingested_at
     FROM log_file WHERE id = ANY ($1)`,
    [ids, commitNo],
  );
  await client.query("UPDATE log_file SET content_commit_no = $2 WHERE id = ANY ($1)", [ids, commitNo]);
}

async function withHistory(client: ClientBase, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<{ id: number }>(
    "SELECT DISTINCT log_file_id AS id FROM log_file_version WHERE log_file_id = ANY ($1)",
    [ids],
  );
  return rows.map((row) => row.id);
}
