import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { parseLogFileKey } from "#lib/cloudtrail/log-file-key.ts";
import { relatedOf } from "#lib/codestar/related-of.ts";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { imbalanceOf } from "#lib/sync/counters.ts";
import type { SyncSummary } from "#lib/sync/sync-pass.ts";
import { dumpEvents } from "#lib/sync/testing/dump-events.ts";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import type { CorpusFile } from "./read-corpus.ts";

/** Reports one check: what was to be so, and what was found instead, if anything. */
export type Check = (name: string, problem: string | null) => void;

/**
 * Syncs a folder's records through a trail made of them: each must come out as an event, a conflict or a rejected record
 * with the very bytes it went in with, and every count must add up, with everything kept and with the family alone.
 */
export async function checkCorpus(files: CorpusFile[], check: Check): Promise<void> {
  const root = await mkdtemp(path.join(tmpdir(), "astrolabe-corpus-"));
  const url = pathToFileURL(root).href;
  try {
    const keyed = files.map((file, index) => ({ ...file, key: keyOf(file, index) }));
    for (const { key, content } of keyed) {
      await mkdir(path.dirname(path.join(root, key)), { recursive: true });
      await writeFile(path.join(root, key), content);
    }
    const total = files.reduce((sum, file) => sum + file.records.length, 0);

    const all = await syncOnce([url], { eventSources: "all" });
    checkSummary("everything kept", all, { files: files.length, records: total }, check);
    equal(check, "everything kept: nothing is filtered out", all.recordsFiltered, 0);
    for (const file of keyed) check(`${file.name}: ${file.records.length} records`, await lossOf(file));
    await checkLedger("everything kept", check);
    const kept = await dumpEvents();

    const again = await syncOnce([url], { eventSources: "all" });
    equal(
      check,
      "a second pass reads and inserts nothing",
      [again.bytesCompressed, again.eventsInserted, again.filesUnchanged],
      [0, 0, files.length],
    );

    await emptyDatabase();
    const family = await syncOnce([url]);
    checkSummary("the family alone", family, { files: files.length, records: total }, check);
    const ids = new Set(
      files
        .flatMap((file) => file.records)
        .filter(isFamily)
        .map(idOf),
    );
    const related = new Set(
      files
        .flatMap((file) => file.records)
        .filter((record) => !isFamily(record) && isRelated(record))
        .map(idOf),
    );
    equal(check, "the family alone: as many events as ids", family.eventsInserted, ids.size + related.size);
    const { rows: hidden } = await pool().query<{ id: string }>("SELECT event_id AS id FROM event WHERE is_related");
    equal(
      check,
      "what bears a project's marks is kept, hidden",
      hidden.map(({ id }) => id).toSorted(),
      [...related].toSorted(),
    );
    await checkLedger("the family alone", check);

    await syncOnce([url], { eventSources: "all" });
    await checkLedger("wider rules later", check);
    equal(check, "wider rules later bring what they would have brought at first", await dumpEvents(), kept);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Reads the folder itself as a trail: its log files by their paths, and nothing else. */
export async function checkFolder(folder: string, names: string[], check: Check): Promise<void> {
  await emptyDatabase();
  const summary = await syncOnce([pathToFileURL(folder).href], { eventSources: "all" });
  const logFiles = names.filter((name) => parseLogFileKey(name)?.type === "CloudTrail");
  equal(check, "the folder as a trail: files listed", summary.filesListed, names.length);
  equal(check, "the folder as a trail: log files read", summary.filesIngested, logFiles.length);
  check("the folder as a trail balances", imbalanceOf(summary));
  await checkLedger("the folder as a trail", check);
}

function keyOf(file: CorpusFile, index: number): string {
  const name = file.name.replace(/[^\w.-]/g, "_");
  return `AWSLogs/000000000000/CloudTrail/us-east-1/2000/01/01/${String(index).padStart(5, "0")}_${name}`;
}

function checkSummary(
  what: string,
  summary: SyncSummary,
  expected: { files: number; records: number },
  check: Check,
): void {
  equal(check, `${what}: every file is in`, [summary.filesIngested, summary.failures], [expected.files, []]);
  equal(check, `${what}: every record is read`, summary.recordsRead, expected.records);
  check(`${what}: the pass balances`, imbalanceOf(summary));
}

/** What of a file's records isn't to be found with its own bytes, or null. */
async function lossOf(file: CorpusFile & { key: string }): Promise<string | null> {
  const { rows } = await pool().query<{ lost: number; records: number; sum: number; sha256: string }>(
    `WITH file AS (SELECT * FROM log_file WHERE key = $1)
     SELECT f.records_read AS records, f.events_inserted + f.records_duplicate + f.records_rejected AS sum, f.sha256,
       (SELECT count(*) FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS r (id, record, place)
        WHERE NOT EXISTS (SELECT FROM event_record e WHERE e.event_id = r.id AND e.record::text = r.record)
          AND NOT EXISTS (SELECT FROM event_conflict c WHERE c.event_id = r.id AND c.record::text = r.record)
          AND NOT EXISTS (SELECT FROM rejected_record x WHERE x.log_file_id = f.id AND x.position = r.place - 1
                          AND x.bytes = convert_to(r.record, 'UTF8'))) AS lost
     FROM file f`,
    [file.key, file.records.map(idOf), file.records],
  );
  const [row] = rows;
  if (!row) return "it is not in the ledger";
  if (row.lost > 0) return `${row.lost} records are lost or changed`;
  if (row.records !== file.records.length) return `the ledger says ${row.records} records`;
  return row.sum === row.records ? null : `the ledger accounts for ${row.sum} of ${row.records} records`;
}

async function checkLedger(what: string, check: Check): Promise<void> {
  const { rows } = await pool().query<{ problem: string }>(`
    SELECT 'a file does not balance: ' || key AS problem FROM log_file
      WHERE records_read <> events_inserted + records_duplicate + records_filtered + records_rejected
    UNION ALL SELECT 'events counted in the ledger and stored differ'
      WHERE (SELECT coalesce(sum(events_inserted), 0) FROM log_file) <> (SELECT count(*) FROM event)
    UNION ALL SELECT 'rejected records counted and stored differ'
      WHERE (SELECT coalesce(sum(records_rejected), 0) FROM log_file) <> (SELECT count(*) FROM rejected_record)
    UNION ALL SELECT 'the rollup by hour and the events differ'
      WHERE (SELECT coalesce(sum(events), 0) FROM rollup_hour) <> (SELECT count(*) FROM event WHERE NOT is_related)
    UNION ALL SELECT 'an event has no record' WHERE (SELECT count(*) FROM event_record) <> (SELECT count(*) FROM event)
    LIMIT 5`);
  check(
    `${what}: the ledger balances to the record`,
    rows.length === 0 ? null : rows.map((row) => row.problem).join("; "),
  );
}

function equal(check: Check, name: string, found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  check(name, a === b ? null : `found ${a.slice(0, 300)}, expected ${b.slice(0, 300)}`);
}

function idOf(record: string): string {
  const { eventID } = JSON.parse(record) as { eventID?: unknown };
  if (typeof eventID === "string" && eventID !== "") return eventID;
  return `sha256:${createHash("sha256").update(record).digest("hex")}`;
}

const FAMILY = /^(codestar|codestar-connections|codeconnections|codestar-notifications)\.amazonaws\.com$/;

/** Said again here in its own way, so that the check doesn't ask the code that it checks. */
function isFamily(record: string): boolean {
  const { eventSource, eventName, sourceIPAddress } = JSON.parse(record) as Record<string, unknown>;
  if (FAMILY.test(String(eventSource))) return true;
  const isRule = eventSource === "events.amazonaws.com" && sourceIPAddress === "codestar-notifications.amazonaws.com";
  return isRule && (eventName === "CreateNotificationRule" || eventName === "Subscribe");
}

/** By all of the record, parsed whole: the sync asks so only of what its scanner hands out. */
function isRelated(record: string): boolean {
  const parsed = parseEventRecord(JSON.parse(record));
  return parsed !== null && (relatedOf(parsed)?.isMarked ?? false);
}
