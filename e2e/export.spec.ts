import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, test } from "./fixtures.ts";

const COLUMNS =
  "event_time,event_id,event_source,event_name,access,outcome,error_code,error_message,principal_type,principal_name,principal_arn,issuer_arn,invoked_by,project_id,project_account,project_region,subject_arn,resource_arn,account_id,region,source_ip,user_agent,access_key_id,mfa,request_id,event_version,log_file,summary".split(
    ",",
  );

// The same columns out of the tables, by a statement of the test's own.
const ROWS = `SELECT to_char(e.event_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS event_time, e.event_id,
  a.event_source, a.event_name, e.access::text, e.outcome::text, e.error_code, e.error_message, e.principal_type,
  e.principal_name, e.principal_arn, e.issuer_arn, e.invoked_by, p.project_id, p.account_id AS project_account,
  p.region AS project_region, e.subject_arn, e.resource_arn, e.account_id, e.region, e.source_ip, e.user_agent,
  e.access_key_id, e.mfa::text, e.request_id, e.event_version, f.key AS log_file, e.summary
  FROM shown_event e JOIN action a ON a.id = e.action_ref JOIN log_file f ON f.id = e.log_file_id
  LEFT JOIN project p ON p.id = e.project_ref
  ORDER BY e.event_time DESC, e.event_id DESC`;

test("the CSV of all events is the database, row by row", async ({ page, query }) => {
  await page.goto("/events");
  const lines = parse(await downloaded(page, "CSV"), { recordDelimiter: "\r\n" });
  const stored = await query(ROWS);
  expect(lines[0]).toEqual(COLUMNS);
  expect(lines.length - 1).toBe(stored.length);
  const disarmed = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  stored.forEach((row, index) => {
    const expected = COLUMNS.map((column) => disarmed(row[column] ?? ""));
    // One comparison in words where it fails; twenty thousand of them would take minutes.
    if (expected.join("\u0000") !== lines[index + 1]?.join("\u0000")) expect(lines[index + 1]).toEqual(expected);
  });
});

test("the CSV of a filtered list has that list's rows", async ({ page }) => {
  await page.goto("/events?outcome=failure&access=write");
  const count = Number(
    (await page.getByText(/^[\d,]+ of [\d,]+ events$/).innerText()).split(" ")[0]?.replaceAll(",", ""),
  );
  const rows = parse<Record<string, string>>(await downloaded(page, "CSV"), { columns: true });
  expect(rows.length).toBe(count);
  expect(new Set(rows.map((row) => `${row.outcome} ${row.access}`))).toEqual(new Set(["failure write"]));
});

test("JSON lines are the records as delivered", async ({ page, query }) => {
  await page.goto("/events?action=DeleteProject");
  const lines = (await downloaded(page, "JSON lines")).trimEnd().split("\n");
  const stored = await query(
    `SELECT record::text FROM event_record JOIN event USING (event_id) JOIN action ON action.id = action_ref
     WHERE event_name = 'DeleteProject' ORDER BY event_time DESC, event_id DESC`,
  );
  expect(lines).toEqual(stored.map((row) => row.record));
});

async function downloaded(page: Page, name: string): Promise<string> {
  const waiting: Promise<Download> = page.waitForEvent("download");
  await page.getByRole("link", { name, exact: true }).click();
  const download = await waiting;
  expect(await download.failure()).toBeNull();
  return readFile(await download.path(), "utf8");
}
