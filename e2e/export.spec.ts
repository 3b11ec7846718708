import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Download, Locator, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { startCuttingProxy } from "./cutting-proxy.ts";
import { expect, test } from "./fixtures.ts";
import { violations } from "./violations.ts";

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
  const text = await downloaded(page, "CSV for spreadsheets");
  const lines = parse(text, { recordDelimiter: "\r\n", bom: true });
  const stored = await query(ROWS);
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(lines[0]).toEqual(COLUMNS);
  expect(lines.length - 1).toBe(stored.length);
  const disarmed = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
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

test("JSON lines are the records as delivered, oldest first where asked", async ({ page, query }) => {
  await page.goto("/events?action=DeleteProject");
  const dialog = await openDialog(page);
  await choose(dialog, "Oldest first");
  const lines = (await downloaded(page, "JSON lines")).trimEnd().split("\n");
  const stored = await query(
    `SELECT record::text FROM event_record JOIN event USING (event_id) JOIN action ON action.id = action_ref
     WHERE event_name = 'DeleteProject' ORDER BY event_time, event_id`,
  );
  expect(lines).toEqual(stored.map((row) => row.record));
});

test("the dialog says what a file will hold, and that it came whole; its manifest comes beside it", async ({
  page,
  query,
}) => {
  await page.goto("/events?outcome=failure");
  const [stored] = await query("SELECT count(*) AS rows FROM shown_event WHERE outcome = 'failure'");
  const rows = Number(stored?.rows).toLocaleString("en-GB");
  const dialog = await openDialog(page);
  await expect(dialog.getByText(`Will hold ${rows} rows`)).toBeVisible();
  await dialog.getByRole("textbox", { name: "File name" }).fill("failures.csv");
  const waiting = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("failures.csv");
  const sha256 = createHash("sha256")
    .update(await readFile(await download.path()))
    .digest("hex");
  await expect(dialog.getByText(new RegExp(`^${rows} rows, .* matches the manifest\\.$`))).toBeVisible();
  await expect(dialog.getByText(sha256)).toBeVisible();

  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save the manifest" }).click();
  const manifest = JSON.parse(await readFile(await (await saving).path(), "utf8"));
  expect(manifest).toMatchObject({ sha256, filter: { outcome: ["failure"] }, of: "csv" });

  // Of another choice, how the last one ended says nothing.
  await choose(dialog, "JSON lines");
  await expect(dialog.getByText(sha256)).toBeHidden();
});

test("the command brings the same file", async ({ page }) => {
  await page.goto("/events?action=Create*&action=Delete*&agent=!%27%24(id)");
  const dialog = await openDialog(page);
  const command = await dialog.getByRole("region", { name: "The command" }).innerText();
  const expected = await downloaded(page, "CSV for spreadsheets");
  const folder = await mkdtemp(path.join(tmpdir(), "astrolabe-curl-"));
  try {
    await promisify(execFile)("sh", ["-c", command], { cwd: folder });
    const [name = "", ...others] = await readdir(folder);
    expect(others).toEqual([]);
    expect(await readFile(path.join(folder, name), "utf8")).toBe(expected);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a page with a list of events exports that list", async ({ page }) => {
  await page.goto("/principals");
  await page.locator('main tbody a[href^="/principals/"]').first().click();
  const did = page.locator("section", { has: page.getByRole("heading", { name: "What they did" }) });
  const address = await did.getByRole("link", { name: "All of them" }).getAttribute("href");
  await did.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export events" });
  await expect(dialog.getByText(/^Will hold [\d,]+ rows as of commit \d+/)).toBeVisible();
  const command = await dialog.getByRole("region", { name: "The command" }).innerText();
  expect(command).toContain(`/api/events/export?${address?.split("?")[1]}&`);
});

test("axe finds nothing on the dialog, wide and light or narrow and dark", async ({ page }) => {
  await page.goto("/events?outcome=failure");
  const dialog = await openDialog(page);
  await expect(dialog.getByText(/^Will hold/)).toBeVisible();
  await dialog.getByRole("button", { name: "Download" }).click();
  await expect(dialog.getByText(/matches the manifest/)).toBeVisible();
  for (const [width, colorScheme] of [
    [1440, "light"],
    [390, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Export" })).toBeFocused();
});

test.describe("a download that doesn't come to its end", () => {
  test.use({ siteName: "hostile" });

  test("is cancelled with the server's query", async ({ page, query }) => {
    // A filter by which this export is told from others of the same site.
    await page.goto("/events?agent=!only-here");
    const dialog = await openDialog(page);
    await expect(dialog.getByText(/^Will hold/)).toBeVisible();
    await choose(dialog, "JSON lines");
    await query("BEGIN");
    await query("LOCK TABLE event_record IN ACCESS EXCLUSIVE MODE");
    const waitingForUs = async () => {
      await query("SELECT pg_stat_clear_snapshot()::text");
      const [row] = await query(
        `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database()
         AND wait_event_type = 'Lock' AND query LIKE 'COPY%only-here%' AND pid <> pg_backend_pid()`,
      );
      return row?.n;
    };
    await dialog.getByRole("button", { name: "Download" }).click();
    await expect.poll(waitingForUs).toBe("1");
    await dialog.getByRole("button", { name: "Cancel" }).dblclick();
    await expect(dialog.getByText("Cancelled after 0 rows. Nothing was kept.")).toBeVisible();
    await expect.poll(waitingForUs).toBe("0");
    await query("ROLLBACK");
    await dialog.getByRole("button", { name: "Download again" }).click();
    await expect(dialog.getByText(/matches the manifest/)).toBeVisible();
  });
});

test.describe("a connection that breaks", () => {
  test.use({ expectedErrors: [/ERR_(INCOMPLETE_CHUNKED_ENCODING|CONNECTION_)/] });

  test("leaves no file, and says after how many rows", async ({ page, site }) => {
    const proxy = await startCuttingProxy(site.url, /^GET \/api\/events\/export\?format=csv/, 300_000);
    try {
      const downloads: Download[] = [];
      page.on("download", (download) => downloads.push(download));
      await page.goto(`${proxy.url}/events`);
      const dialog = await openDialog(page);
      await dialog.getByRole("button", { name: "Download" }).click();
      await expect(dialog.getByText(/^Cut after [\d,]{3,} rows: not a whole file\.$/)).toBeVisible();
      const kept = await page.evaluate(async () => {
        const names: string[] = [];
        for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
        return names;
      });
      expect(kept).toEqual([]);
      expect(downloads).toEqual([]);
    } finally {
      await proxy.stop();
    }
  });
});

async function openDialog(page: Page): Promise<Locator> {
  const dialog = page.getByRole("dialog", { name: "Export events" });
  if (!(await dialog.isVisible())) await page.getByRole("button", { name: "Export" }).click();
  await expect(dialog.getByRole("button", { name: "Download" })).toBeEnabled();
  return dialog;
}

function choose(dialog: Locator, name: string): Promise<void> {
  return dialog.getByRole("radio", { name, exact: true }).check({ force: true });
}

async function downloaded(page: Page, format: string): Promise<string> {
  const dialog = await openDialog(page);
  await choose(dialog, format);
  const waiting = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  const download = await waiting;
  expect(await download.failure()).toBeNull();
  return readFile(await download.path(), "utf8");
}
