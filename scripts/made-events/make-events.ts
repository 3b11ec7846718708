import pg from "pg";
import { keepRules } from "#lib/codestar/event-sources.ts";
import { assignRelated } from "#lib/sync/related-projects.ts";
import { prepareStaging } from "#lib/sync/staging.ts";
import { madeDays } from "./made-days.ts";
import { makeDimensions, NAMED_BY_EVENTS } from "./made-dimensions.ts";
import { type CommittedDay, MADE_TABLE, makeRows } from "./made-rows.ts";
import { withoutIndexes } from "./without-indexes.ts";

/** Rows of one transaction, about: what fits the buffers of temporary tables. */
const CHUNK = 40_000;

export type MakeEventsOptions = {
  /** A migrated database without events; its user owns the tables. */
  databaseUrl: string;
  events: number;
  /**
   * `whole` (which is meant when absent): each record says all that the event's columns do, about 1.2 KB of it. `short`:
   * 200 bytes that name it, where nobody looks at records and ten million must fit on the disk.
   */
  records?: "whole" | "short";
  signal?: AbortSignal;
  /** Called with the number of events made so far. */
  onProgress?: (done: number) => void;
};

/**
 * Fills a database with events of the CodeStar family over the five years up to 2024-07-31, as if one pass had read them
 * from a trail: with records, ledger, commits and rollups. The same number of events gives the same events on any
 * machine: who, what, when and where are picked by a hash of the event's number. Few of 480 principals do most, in a
 * dozen accounts with three regions and seventeen projects each; four in a hundred calls fail. An event's columns are
 * what the derivation makes of its (whole) record, and nothing is due afterwards.
 *
 * A million takes about half a minute. It isn't one transaction: when it is broken off, throw the database away.
 * @throws Error when there are events already
 */
export async function makeEvents({
  databaseUrl,
  events,
  records = "whole",
  signal,
  onProgress,
}: MakeEventsOptions): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "astrolabe made events" });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM ingest_commit LIMIT 1");
    if (rowCount !== 0) throw new Error("The database has events already: made ones belong into an empty one.");
    await prepareStaging(client);
    await client.query(`SET join_collapse_limit = 8; SET work_mem = '128MB'; SET maintenance_work_mem = '512MB';
      SET synchronous_commit = off; ${MADE_TABLE}`);
    // Nothing is known of how full the temporary tables are: whatever can be joined by a hash is.
    await client.query("SET enable_nestloop = off");
    const sizes = await makeDimensions(client);
    const run = { ...(await beginRun(client)), records, fingerprint: keepRules("").fingerprint };
    await withoutIndexes(client, ["event", "event_record"], async () => {
      for (const days of chunksOf(events)) {
        signal?.throwIfAborted();
        await makeRows(client, days, run, sizes);
        onProgress?.(days.at(-1)?.last ?? 0);
      }
    });
    signal?.throwIfAborted();
    await client.query("RESET enable_nestloop");
    await client.query(NAMED_BY_EVENTS);
    await client.query("BEGIN");
    await assignRelated(client);
    await endRun(client, run);
    await client.query("COMMIT");
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

function chunksOf(events: number): CommittedDay[][] {
  const chunks: CommittedDay[][] = [];
  for (const [index, day] of madeDays(events).entries()) {
    const last = chunks.at(-1);
    const committed = { ...day, no: index + 1 };
    if (last?.[0] && day.last - last[0].first < CHUNK) last.push(committed);
    else chunks.push([committed]);
  }
  return chunks;
}

async function beginRun(client: pg.ClientBase): Promise<{ runId: number; trailId: number }> {
  const run = await client.query<{ id: string }>(
    "INSERT INTO sync_run (cause, state, started_at) VALUES ('command', 'running', now()) RETURNING id",
  );
  const trail = await client.query<{ id: number }>("INSERT INTO trail (url) VALUES ('s3://made-events') RETURNING id");
  return { runId: Number(run.rows[0]?.id), trailId: Number(trail.rows[0]?.id) };
}

async function endRun(client: pg.ClientBase, { runId, trailId }: { runId: number; trailId: number }): Promise<void> {
  await client.query(
    `INSERT INTO sync_run_trail (sync_run_id, trail_id, state, files_listed, files_ingested, records_read,
       events_inserted, bytes_compressed, bytes_uncompressed, listed_at)
     SELECT $1::bigint, $2::smallint, 'complete', count(*), count(*), coalesce(sum(records_read), 0),
       coalesce(sum(events_inserted), 0), coalesce(sum(size_bytes), 0), coalesce(sum(uncompressed_bytes), 0), now()
     FROM log_file`,
    [runId, trailId],
  );
  await client.query(
    `INSERT INTO trail_region (trail_id, account_id, region, newest_log_file_at, newest_log_file_id)
     SELECT DISTINCT ON (account_id, region) trail_id, account_id, region, last_modified, id FROM log_file
     ORDER BY account_id, region, last_modified DESC, id DESC`,
  );
  await client.query("UPDATE sync_run SET state = 'complete', finished_at = now() WHERE id = $1", [runId]);
  await client.query(
    `UPDATE trail SET last_complete_pass_at = now(), last_month_pass_at = now(), last_full_pass_at = now(),
       rules_fingerprint = (SELECT max(rules_fingerprint) FROM log_file) WHERE id = $1`,
    [trailId],
  );
}
