import type pg from "pg";
import { Random } from "#scripts/sample-trail/random.ts";
import { MADE_ACCOUNTS, madeActors } from "./made-actors.ts";
import { madeTemplates } from "./made-templates.ts";

/** Of the share of a template's weight; a hash picks one of them. */
const SLOTS = 10_000;
const PROJECTS_PER_ACCOUNT = 17;
const REGIONS = ["eu-west-1", "us-east-1", "eu-central-1", "us-west-2", "ap-southeast-2", "eu-north-1"];
/** Regions in which an account has anything. */
const REGIONS_PER_ACCOUNT = 3;
/** Connections, repository links and notification rules. */
const THINGS_PER_ACCOUNT = 30;
const THINGS = ["billing", "catalog", "checkout", "fleet", "ledger", "lens-cloud", "orders", "search", "telemetry"];
const KINDS = ["api", "web", "worker", "jobs", "data", "mobile"];

/** How many there are of what the rows pick from. */
export type MadeSizes = {
  actors: number;
  slots: number;
  projectsPerAccount: number;
  regionsPerAccount: number;
  thingsPerAccount: number;
};

/** Writes the actions, principals and projects of made events, and temporary tables of what rows are made from. */
export async function makeDimensions(client: pg.ClientBase): Promise<MadeSizes> {
  await client.query(`
    SET client_min_messages = warning;
    CREATE TEMP TABLE made_template (no int, source text, name text, access access, outcome outcome, error_code text,
      error_message text, has_project boolean, subject_arn text, resource_arn text, resource_keys text, member_role text,
      remote_access boolean, delete_stack boolean, event_version text, event_type text, read_only boolean, summary text,
      record text, action_ref int);
    CREATE TEMP TABLE made_slot (slot int, template int);
    CREATE TEMP TABLE made_actor (no int, account_no int, account_id text, key text, type text, name text, label text,
      arn text, key_arn text, issuer_arn text, session_name text, invoked_by text, mfa boolean, identity text, agent text,
      client text, principal_ref int);
    CREATE TEMP TABLE made_thing (no int, id text, hex text);
    CREATE TEMP TABLE made_region (account_no int, no int, region text);
    CREATE TEMP TABLE made_project (no int, account_id text, region text, project_id text, project_ref int)`);
  const templates = madeTemplates().map((template, no) => ({ ...template, no }));
  const all = templates.reduce((sum, { weight }) => sum + weight, 0);
  let weight = 0;
  const ends = templates.map((template) => ((weight += template.weight) * SLOTS) / all);
  const slots = Array.from({ length: SLOTS }, (_, slot) => ({ slot, template: ends.findIndex((end) => slot < end) }));
  const actors = madeActors().map(({ account, principal, ...actor }, no) => ({
    ...actor,
    ...principal,
    no,
    accountNo: MADE_ACCOUNTS.indexOf(account),
    accountId: account,
  }));
  await fill(client, "made_template", templates);
  await fill(client, "made_slot", slots);
  await fill(client, "made_actor", actors);
  await fill(client, "made_thing", madeThings());
  await fill(client, "made_region", madeRegions());
  await fill(client, "made_project", madeProjects());
  await client.query(NAMED);
  return {
    actors: actors.length,
    slots: SLOTS,
    projectsPerAccount: PROJECTS_PER_ACCOUNT,
    regionsPerAccount: REGIONS_PER_ACCOUNT,
    thingsPerAccount: THINGS_PER_ACCOUNT,
  };
}

/** Their rows in our own tables; who is named by no event in the end goes again (see `dropUnnamed`). */
const NAMED = `
  INSERT INTO action (event_source, event_name) SELECT DISTINCT source, name FROM made_template ORDER BY 1, 2;
  UPDATE made_template t SET action_ref = a.id FROM action a WHERE a.event_source = t.source AND a.event_name = t.name;
  INSERT INTO principal (key, type, name, arn, account_id, named_by_time, named_by_event_id)
    SELECT DISTINCT ON (key) key, type, label, key_arn, account_id, 'epoch'::timestamptz, '' FROM made_actor ORDER BY key;
  UPDATE made_actor m SET principal_ref = p.id FROM principal p WHERE p.key = m.key;
  INSERT INTO project (account_id, region, project_id)
    SELECT DISTINCT account_id, region, project_id FROM made_project ORDER BY 1, 2, 3;
  UPDATE made_project m SET project_ref = p.id FROM project p
    WHERE (p.account_id, p.region, p.project_id) = (m.account_id, m.region, m.project_id);
  ANALYZE made_template; ANALYZE made_slot; ANALYZE made_actor; ANALYZE made_thing; ANALYZE made_region; ANALYZE made_project`;

/** Names principals by their newest events, and takes away what no event names. */
export const NAMED_BY_EVENTS = `
  UPDATE principal p SET named_by_time = e.event_time, named_by_event_id = e.event_id
    FROM principal q CROSS JOIN LATERAL (
      SELECT event_time, event_id FROM event WHERE principal_ref = q.id ORDER BY event_time DESC, event_id DESC LIMIT 1) e
    WHERE p.id = q.id;
  DELETE FROM principal p WHERE NOT EXISTS (SELECT FROM event e WHERE e.principal_ref = p.id);
  DELETE FROM project p WHERE NOT EXISTS (SELECT FROM event e WHERE e.project_ref = p.id);
  DELETE FROM action a WHERE NOT EXISTS (SELECT FROM event e WHERE e.action_ref = a.id)`;

function madeThings() {
  const random = new Random("made/things");
  return Array.from({ length: MADE_ACCOUNTS.length * THINGS_PER_ACCOUNT }, (_, no) => ({
    no,
    id: random.uuid(),
    hex: random.hex(32),
  }));
}

const regionOf = (accountNo: number, no: number): string => REGIONS[(accountNo * 2 + no) % REGIONS.length] ?? "";

const madeRegions = () =>
  MADE_ACCOUNTS.flatMap((_, accountNo) =>
    Array.from({ length: REGIONS_PER_ACCOUNT }, (__, no) => ({ accountNo, no, region: regionOf(accountNo, no) })),
  );

function madeProjects() {
  const names = new Random("made/projects").shuffle(THINGS.flatMap((thing) => KINDS.map((kind) => `${thing}-${kind}`)));
  return MADE_ACCOUNTS.flatMap((accountId, accountNo) =>
    Array.from({ length: PROJECTS_PER_ACCOUNT }, (_, index) => ({
      no: accountNo * PROJECTS_PER_ACCOUNT + index,
      accountId,
      region: regionOf(accountNo, index % REGIONS_PER_ACCOUNT),
      projectId: names[(accountNo * 5 + index) % names.length],
    })),
  );
}

/** Fills a table from objects whose keys are its columns in camelCase; what has no column is left out. */
async function fill(client: pg.ClientBase, table: string, rows: object[]): Promise<void> {
  const snake = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value]),
    ),
  );
  await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`, [
    JSON.stringify(snake),
  ]);
}
