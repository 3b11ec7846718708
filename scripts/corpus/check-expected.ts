import { z } from "zod";
import { pool } from "#lib/db/pool.ts";
import type { Check } from "./check-corpus.ts";

const schema = z.object({
  records: z.array(
    z.object({
      file: z.string(),
      eventID: z.string(),
      eventSource: z.string(),
      eventName: z.string(),
      project: z.object({ account: z.string(), region: z.string(), id: z.string() }).nullable(),
      resource: z.string().nullable(),
      access: z.string(),
      outcome: z.string(),
    }),
  ),
});

/** Compares the events in the database with what a folder's `expected.json` says a right reader makes of its records. */
export async function checkExpected(text: string, check: Check): Promise<void> {
  const { records } = schema.parse(JSON.parse(text));
  const conflicts = new Map<string, number>();
  for (const { file, ...expected } of records) {
    conflicts.set(expected.eventID, (conflicts.get(expected.eventID) ?? -1) + 1);
    const { rows } = await pool().query(
      `SELECT e.event_id AS "eventID", a.event_source AS "eventSource", a.event_name AS "eventName",
         CASE WHEN j.id IS NOT NULL THEN jsonb_build_object('account', j.account_id, 'region', j.region, 'id', j.project_id) END AS project,
         e.resource_arn AS resource, e.access::text AS access, e.outcome::text AS outcome
       FROM event e JOIN action a ON a.id = e.action_ref LEFT JOIN project j ON j.id = e.project_ref WHERE e.event_id = $1`,
      [expected.eventID],
    );
    const differing = Object.entries(expected).filter(([name, value]) => sorted(rows[0]?.[name]) !== sorted(value));
    const said = differing.map(([name, value]) => `${name} is ${sorted(rows[0]?.[name])}, expected ${sorted(value)}`);
    check(`${file}: ${expected.eventName} as expected`, said.length === 0 ? null : said.join("; "));
  }
  for (const [id, count] of conflicts) {
    const { rowCount } = await pool().query("SELECT FROM event_conflict WHERE event_id = $1", [id]);
    if (count > 0 || rowCount !== 0) check(`${id}: ${count} conflict`, rowCount === count ? null : `found ${rowCount}`);
  }
}

/** JSON whose members come in one order, so that two values can be compared as text. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
