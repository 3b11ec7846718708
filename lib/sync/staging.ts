import type { ClientBase } from "pg";
import { STAGED_COLUMNS } from "./staged-row.ts";

/** Begins the COPY of rows into the staging table. */
export const COPY_STAGED = `COPY staged (${STAGED_COLUMNS.map(([name]) => name).join(", ")}) FROM STDIN`;

/**
 * Makes the temporary tables of an ingest connection; each transaction leaves them empty. Postgres knows next to nothing
 * of how full they are, and guesses that have cost the square of a batch: joins are therefore done as they are written.
 * `staged` holds records as read; `repeated` those whose event is known; `version` the differing bytes of one event id;
 * `replaced` the events to write anew; `moved` what the rollups gain and lose; `missing` what files delivered before.
 */
export async function prepareStaging(client: ClientBase): Promise<void> {
  await client.query(`
    SET jit = off;
    SET join_collapse_limit = 1;
    SET temp_buffers = '32MB';
    SET work_mem = '32MB';
    SET client_min_messages = warning;
    CREATE TEMP TABLE IF NOT EXISTS staged (
      ${STAGED_COLUMNS.map(([name, type]) => `${name} ${type}`).join(", ")}
    ) ON COMMIT DELETE ROWS;
    CREATE TEMP TABLE IF NOT EXISTS repeated (
      event_id text NOT NULL, file_id bigint NOT NULL, position integer NOT NULL,
      key text COLLATE "C" NOT NULL, trail_id smallint NOT NULL, place tid NOT NULL, is_same boolean
    ) ON COMMIT DELETE ROWS;
    CREATE TEMP TABLE IF NOT EXISTS version (
      event_id text NOT NULL, sha256 text NOT NULL, file_id bigint NOT NULL, position integer NOT NULL,
      commit_no bigint NOT NULL, placed_commit_no bigint NOT NULL, record text NOT NULL, place tid,
      rank integer NOT NULL
    ) ON COMMIT DELETE ROWS;
    CREATE TEMP TABLE IF NOT EXISTS replaced (event_id text NOT NULL, place tid NOT NULL) ON COMMIT DELETE ROWS;
    CREATE TEMP TABLE IF NOT EXISTS moved (
      hour timestamptz NOT NULL, day date NOT NULL, action_ref integer NOT NULL, access access NOT NULL,
      outcome outcome NOT NULL, project_ref integer, principal_ref integer NOT NULL, account_id text, region text,
      error_code text, source_ip text, access_key_id text, subject_arn text, resource_arn text,
      event_time timestamptz NOT NULL, events integer NOT NULL
    ) ON COMMIT DELETE ROWS;
    CREATE TEMP TABLE IF NOT EXISTS missing (
      event_id text NOT NULL, file_id bigint NOT NULL, action_ref integer NOT NULL, is_notified boolean NOT NULL,
      is_marked boolean NOT NULL, is_certain boolean
    ) ON COMMIT DELETE ROWS;
  `);
}
