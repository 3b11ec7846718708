import { namedResource } from "#lib/codestar/resource-kind.ts";
import { pool } from "#lib/db/pool.ts";
import { rollUp } from "#lib/sync/testing/roll-up.ts";
import type { TestEvent } from "./test-event.ts";

let made = 0;

/**
 * Puts events into the database as one ingest commit, rollups included.
 * @returns the commit's number.
 */
export async function insertEvents(events: TestEvent[]): Promise<number> {
  const commitNo = await one(
    "INSERT INTO ingest_commit (no) SELECT coalesce(max(no), 0) + 1 FROM ingest_commit RETURNING no AS id",
  );
  const known = new Map<string, Promise<number>>();
  for (const [position, event] of events.entries()) {
    const row = await eventRow(event, commitNo, (key, insert) => {
      const id = known.get(key) ?? insert();
      known.set(key, id);
      return id;
    });
    const values = Object.values({ ...row, position });
    await pool().query(
      `WITH inserted AS (
         INSERT INTO event (${Object.keys({ ...row, position }).join(", ")})
         VALUES (${values.map((_, index) => `$${index + 1}`).join(", ")}) RETURNING event_id
       ) INSERT INTO event_record (event_id, record) SELECT event_id, $${values.length + 1} FROM inserted`,
      [...values, event.record ?? JSON.stringify({ eventID: row.event_id })],
    );
  }
  await rollUp(commitNo);
  return commitNo;
}

type Once = (key: string, insert: () => Promise<number>) => Promise<number>;

async function eventRow(event: TestEvent, commitNo: number, once: Once) {
  const eventId = event.eventId ?? `event-${++made}`;
  const time = event.eventTime ?? "2024-01-01T00:00:00Z";
  const action = [event.source ?? "codestar.amazonaws.com", event.action ?? "CreateProject"];
  const principal = { key: "AIDAALICE", type: "IAMUser", name: "alice", arn: null, ...event.principal };
  const { project = null, logFile = "AWSLogs/a.json.gz" } = event;
  const fileId = await once(`file ${logFile}`, () => insertLogFile(logFile, commitNo));
  return {
    event_id: eventId,
    event_time: time,
    commit_no: commitNo,
    action_ref: await once(`action ${action.join("/")}`, () => insertAction(action)),
    access: event.access ?? "write",
    outcome: event.errorCode ? "failure" : "success",
    error_code: event.errorCode ?? null,
    error_message: event.errorMessage ?? null,
    principal_ref: await once(`principal ${JSON.stringify(principal)}`, () =>
      insertPrincipal([principal.key, principal.type, principal.name, principal.arn, "111122223333", time, eventId]),
    ),
    principal_type: principal.type,
    principal_name: event.principalName ?? principal.name,
    principal_arn: event.principalArn ?? principal.arn,
    issuer_arn: event.issuerArn ?? null,
    session_name: event.sessionName ?? null,
    project_ref: project === null ? null : await once(`project ${project}`, () => insertProject(project)),
    subject_arn: event.subjectArn ?? null,
    resource_arn: event.resourceArn ?? null,
    resource_keys: event.resourceKeys ?? keysOf(event.resourceArn),
    account_id: event.accountId === undefined ? "111122223333" : event.accountId,
    region: event.region === undefined ? "eu-west-1" : event.region,
    source_ip: event.sourceIp ?? null,
    user_agent: event.userAgent ?? null,
    access_key_id: event.accessKeyId ?? null,
    mfa: event.mfa ?? null,
    member_role: event.memberRole ?? null,
    remote_access: event.remoteAccess ?? null,
    delete_stack: event.deleteStack ?? null,
    project_policy: event.projectPolicy ?? null,
    policy_holder: event.policyHolder ?? null,
    source_network: event.sourceNetwork ?? null,
    client: event.client ?? null,
    source_identity: event.sourceIdentity ?? null,
    issued_key_id: event.issuedKeyId ?? null,
    invoked_by: event.invokedBy ?? null,
    is_related: event.isRelated ?? false,
    summary: event.summary ?? "alice did something",
    derivation: 1,
    inserted_from: fileId,
    log_file_id: fileId,
    log_file_commit_no: commitNo,
  };
}

/** As what is derived of a record has them. */
function keysOf(arn: string | null | undefined): string[] | null {
  const key = arn ? namedResource(arn)?.key : undefined;
  return key === undefined ? null : [key];
}

function insertAction(action: string[]): Promise<number> {
  return one(
    `INSERT INTO action (event_source, event_name) VALUES ($1, $2)
     ON CONFLICT (event_source, event_name) DO UPDATE SET event_name = excluded.event_name RETURNING id`,
    action,
  );
}

function insertPrincipal(principal: unknown[]): Promise<number> {
  return one(
    `INSERT INTO principal (key, type, name, arn, account_id, named_by_time, named_by_event_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (key) DO UPDATE SET name = excluded.name RETURNING id`,
    principal,
  );
}

function insertProject(project: string): Promise<number> {
  const [account, region, ...id] = project.split("/");
  return one(
    `INSERT INTO project (account_id, region, project_id) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, region, project_id) DO UPDATE SET region = excluded.region RETURNING id`,
    [account, region, id.join("/")],
  );
}

/** A log file that was ingested. */
export async function insertLogFile(key: string, commitNo: number, trailUrl = "s3://trail"): Promise<number> {
  const trailId = await one(
    "INSERT INTO trail (url) VALUES ($1) ON CONFLICT (url) DO UPDATE SET url = excluded.url RETURNING id",
    [trailUrl],
  );
  return one(
    `INSERT INTO log_file (trail_id, key, etag, size_bytes, state, commit_no, ingested_at) VALUES ($1, $2, 'etag', 1, 'ingested', $3, now())
     ON CONFLICT (trail_id, key) DO UPDATE SET etag = excluded.etag RETURNING id`,
    [trailId, key, commitNo],
  );
}

async function one(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await pool().query<{ id: number }>(sql, values);
  if (!rows[0]) throw new Error(`No row: ${sql}`);
  return rows[0].id;
}
