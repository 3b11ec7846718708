import type pg from "pg";
import { DERIVATION_VERSION } from "#lib/codestar/derive-event.ts";
import { MOVED_RETURNING, movedFrom } from "#lib/sync/event-columns.ts";
import { writeRollups } from "#lib/sync/write-rollups.ts";
import type { MadeDay } from "./made-days.ts";
import type { MadeSizes } from "./made-dimensions.ts";
import { PLACES } from "./made-templates.ts";

export type MadeRun = { runId: number; trailId: number; records: "whole" | "short"; fingerprint: string };
/** A day and the number of the commit that brings it. */
export type CommittedDay = MadeDay & { no: number };

/** What happened, before it is written to `event` and `event_record`; each transaction leaves it empty. */
export const MADE_TABLE = `
  CREATE TEMP TABLE made (commit_no bigint, day date, at timestamptz, event_time text, event_id text, request_id text,
    template int, actor int, account_id text, region text, project_id text, project_ref int, address text, key text,
    subject text, resource_id text, resource_hex text, position int) ON COMMIT DELETE ROWS;
  CREATE TEMP TABLE made_file (id bigint, account_id text, region text, day date) ON COMMIT DELETE ROWS`;

/** The events of some days with their files, commits and rollups, in one transaction. */
export async function makeRows(
  client: pg.ClientBase,
  days: CommittedDay[],
  run: MadeRun,
  sizes: MadeSizes,
): Promise<void> {
  await client.query("BEGIN");
  await client.query(madeSql(sizes), [JSON.stringify(days)]);
  await client.query(
    `INSERT INTO ingest_commit (no, committed_at, sync_run_id)
     SELECT DISTINCT commit_no, now(), $1::bigint FROM made ORDER BY 1`,
    [run.runId],
  );
  await client.query(FILES, [run.trailId, run.runId, run.fingerprint]);
  await client.query(`WITH e AS (${EVENTS} RETURNING ${MOVED_RETURNING}) ${movedFrom("e", 1)}`, [DERIVATION_VERSION]);
  await client.query(`INSERT INTO event_record (event_id, record) SELECT m.event_id, (${RECORD[run.records]})::json
    FROM made m JOIN made_template t ON t.no = m.template JOIN made_actor a ON a.no = m.actor`);
  await writeRollups(client);
  await client.query("COMMIT");
}

/** 0 ≤ n < 1, of sixteen bits of a hash of the event's number. */
const part = (hash: "a" | "b", no: 0 | 1 | 2 | 3) => `(((h.${hash} >> ${no * 16}) & 65535) / 65536.0::float8)`;
const pick = (share: string, size: number) => `floor(${share} * ${size})::int`;

/** Few do most; most is done around noon; addresses and keys are their owner's, a key for a quarter. */
const madeSql = ({ actors, slots, projectsPerAccount, regionsPerAccount, thingsPerAccount }: MadeSizes) => `
  INSERT INTO made (commit_no, day, at, event_time, event_id, request_id, template, actor, account_id, region, project_id,
    project_ref, address, key, subject, resource_id, resource_hex, position)
  SELECT commit_no, day, at, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), md5('event ' || i)::uuid::text,
    md5('request ' || i)::uuid::text, template, actor, account_id, region, project_id, project_ref,
    '198.' || 18 + (actor & 1) || '.' || (actor * 8 + address_no) / 250 || '.' || 1 + (actor * 8 + address_no) % 250,
    'ASIA' || upper(translate(left(md5('key ' || actor || ' ' || date_trunc('quarter', at, 'UTC')::date), 16), '0189', 'ghjk')),
    'member-' || lpad(account_no * 40 + subject_no || '', 3, '0'),
    thing_id, thing_hex,
    row_number() OVER (PARTITION BY day, account_id, region ORDER BY at, i) - 1
  FROM (
    SELECT n.i, d.no AS commit_no, d.day, a.no AS actor, a.account_no, a.account_id, t.no AS template,
      coalesce(p.region, r.region) AS region, p.project_id, p.project_ref,
      (d.day::timestamp AT TIME ZONE 'UTC') + interval '1 second' * floor(CASE WHEN ${part("a", 3)} < 0.85
        THEN 21600 + 21600 * (${part("b", 0)} + ${part("b", 1)}) ELSE 86400 * ${part("b", 0)} END) AS at,
      ${pick(part("b", 2), 8)} AS address_no, ${pick(part("b", 1), 40)} AS subject_no, th.id AS thing_id, th.hex AS thing_hex
    FROM json_to_recordset($1::json) AS d (day date, first int, last int, no bigint)
    CROSS JOIN LATERAL generate_series(d.first, d.last) AS n (i)
    CROSS JOIN LATERAL (SELECT hashint8extended(n.i, 1) AS a, hashint8extended(n.i, 2) AS b OFFSET 0) AS h
    JOIN made_actor a ON a.no = ${pick(`${part("a", 0)} ^ 3`, actors)}
    JOIN made_slot s ON s.slot = ${pick(part("a", 1), slots)}
    JOIN made_template t ON t.no = s.template
    JOIN made_region r ON r.account_no = a.account_no AND r.no = ${pick(part("a", 2), regionsPerAccount)}
    JOIN made_thing th ON th.no = a.account_no * ${thingsPerAccount} + ${pick(part("b", 3), thingsPerAccount)}
    LEFT JOIN made_project p
      ON t.has_project AND p.no = a.account_no * ${projectsPerAccount} + ${pick(`${part("a", 2)} ^ 2`, projectsPerAccount)}
  ) AS picked`;

/** One file for each account and region of a day. */
const FILES = `
  WITH place AS (
    SELECT account_id, region, day, commit_no, count(*) AS records FROM made GROUP BY 1, 2, 3, 4
  ), file AS (
    INSERT INTO log_file (trail_id, key, etag, size_bytes, storage_class, last_modified, account_id, region, folder_date,
      state, attempts, sha256, uncompressed_bytes, records_read, events_inserted, rules_fingerprint, commit_no,
      content_commit_no, ingested_at, last_seen_run_id, read_run_id)
    SELECT $1, format('AWSLogs/%s/CloudTrail/%s/%s/%s_CloudTrail_%s_%sT2355Z_%s.json.gz', account_id, region,
        to_char(day, 'YYYY/MM/DD'), account_id, region, to_char(day, 'YYYYMMDD'),
        left(translate(encode(sha256(convert_to(account_id || region || day, 'UTF8')), 'base64'), '+/=', 'xyz'), 16)),
      md5(account_id || region || day), 300 + records * 120, 'STANDARD', (day + 1)::timestamp AT TIME ZONE 'UTC',
      account_id, region, day, 'ingested', 1, encode(sha256(convert_to(day || region || account_id, 'UTF8')), 'hex'),
      20 + records * 1200, records, records, $3, commit_no, commit_no, now(), $2, $2
    FROM place ORDER BY day, account_id, region
    RETURNING id, account_id, region, folder_date
  )
  INSERT INTO made_file SELECT id, account_id, region, folder_date FROM file`;

/** The values of `PLACES`, in their order. */
const VALUES: Record<(typeof PLACES)[number], string> = {
  identity: "format(a.identity, m.key)",
  actor_arn: "a.arn",
  actor_name: "a.name",
  event_time: "m.event_time",
  request_id: "m.request_id",
  event_id: "m.event_id",
  address: "m.address",
  agent: "a.agent",
  account_id: "m.account_id",
  region: "m.region",
  project_id: "m.project_id",
  subject: "m.subject",
  resource_id: "m.resource_id",
  resource_hex: "m.resource_hex",
};
const filled = (column: string) =>
  `CASE WHEN t.${column} IS NOT NULL THEN format(t.${column}, ${PLACES.map((place) => VALUES[place]).join(", ")}) END`;

const RECORD = {
  whole: filled("record"),
  short: `format('{"eventVersion":"%s","eventTime":"%s","eventSource":"%s","eventName":"%s","eventID":"%s"}',
    t.event_version, m.event_time, t.source, t.name, m.event_id)`,
};

const COLUMNS: Record<string, string> = {
  event_id: "m.event_id",
  event_time: "m.at",
  commit_no: "m.commit_no",
  action_ref: "t.action_ref",
  access: "t.access",
  outcome: "t.outcome",
  error_code: "t.error_code",
  error_message: filled("error_message"),
  principal_ref: "a.principal_ref",
  principal_type: "a.type",
  principal_name: "a.name",
  principal_arn: "a.arn",
  issuer_arn: "a.issuer_arn",
  session_name: "a.session_name",
  invoked_by: "a.invoked_by",
  project_ref: "m.project_ref",
  subject_arn: filled("subject_arn"),
  resource_arn: filled("resource_arn"),
  resource_keys: `(${filled("resource_keys")})::text[]`,
  account_id: "m.account_id",
  region: "m.region",
  source_ip: "m.address",
  source_network: "regexp_replace(m.address, '\\d+$', '0/24')",
  user_agent: "a.agent",
  client: "a.client",
  access_key_id: "m.key",
  mfa: "a.mfa",
  request_id: "m.request_id",
  event_version: "t.event_version",
  event_type: "t.event_type",
  read_only: "t.read_only",
  member_role: "t.member_role",
  remote_access: "t.remote_access",
  delete_stack: "t.delete_stack",
  summary: filled("summary"),
  derivation: "$1",
  inserted_from: "f.id",
  log_file_id: "f.id",
  log_file_commit_no: "m.commit_no",
  position: "m.position",
};
const EVENTS = `INSERT INTO event (${Object.keys(COLUMNS).join(", ")}) SELECT ${Object.values(COLUMNS).join(", ")}
  FROM made m JOIN made_template t ON t.no = m.template JOIN made_actor a ON a.no = m.actor
    JOIN made_file f ON f.account_id = m.account_id AND f.region = m.region AND f.day = m.day`;
