import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";

const count = (value: string | null | undefined) => Number(value).toLocaleString("en-GB");

// One after the other, and here alone: a pass that another test starts would be counted, and asked after, by these.
test.describe.configure({ mode: "default" });

test("a pass is seen from its start to its end, and has a page of its own", async ({ page, query }) => {
  test.setTimeout(180_000);
  await open(page, "/sync");
  const pass = page.getByRole("region", { name: "The pass" });
  await expect(pass).toContainText("Complete");
  const height = (await pass.boundingBox())?.height;
  const before = await pass.getByRole("heading").innerText();

  await page.getByRole("button", { name: "Sync now" }).click();
  await expect(pass.getByRole("heading")).not.toHaveText(before);
  await expect(page.getByRole("button", { name: "Sync now" })).toBeEnabled({ timeout: 60_000 });
  await expect(pass).toContainText("Complete");
  await expect(pass.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "100");
  expect((await pass.boundingBox())?.height, "nothing jumps").toBe(height);

  await pass.getByRole("heading").getByRole("link").click();
  await expect(page).toHaveURL(/\/sync\/runs\/\d+$/);
  const id = page.url().split("/").at(-1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Pass ${id}`);
  const [run] = await query("SELECT files_listed, files_unchanged FROM sync_run_trail WHERE sync_run_id = $1", [id]);
  const ledger = page.locator("section", { has: page.getByRole("heading", { name: "Ledger" }) });
  await expect(ledger).toContainText(Number(run?.files_unchanged).toLocaleString("en-GB"));
  await expect(ledger.getByText("✓ balances")).toHaveCount(2);
});

test("the page asks nothing of the server while nothing is on", async ({ page }) => {
  await open(page, "/sync");
  await expect(page.getByRole("button", { name: "Sync now" })).toBeEnabled({ timeout: 60_000 });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.waitForTimeout(3_000);
  expect(asked.filter((url) => url.includes("/api/sync"))).toEqual([]);
});

test("every account and region has its newest log file and its newest event", async ({ page, query }) => {
  const regions = await query("SELECT account_id, region FROM trail_region ORDER BY newest_log_file_at");
  const [newest] = await query(
    `SELECT account_id, region, to_char(max(event_time) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS time
     FROM shown_event GROUP BY 1, 2 ORDER BY max(event_time) DESC LIMIT 1`,
  );
  await open(page, "/sync");
  const table = page.getByRole("table", { name: /^Accounts and regions/ });
  await expect(table.locator("tbody tr")).toHaveCount(regions.length);
  await expect(table.locator("tbody tr").first()).toContainText(regions[0]?.region ?? "");
  const row = table.locator("tbody tr").filter({ hasText: `${newest?.account_id} ${newest?.region}` });
  await row.getByRole("link", { name: newest?.time ?? "" }).click();
  await expect(page).toHaveURL(new RegExp(`account=${newest?.account_id}&region=${newest?.region}`));
  await expect(page.locator("main table tbody tr").first()).toContainText(newest?.time ?? "");
});

test("the files of a pass are a part of the ledger", async ({ page, query }) => {
  const [files] = await query(
    `SELECT read_run_id AS run, count(*) AS ingested FROM log_file WHERE state = 'ingested'
     GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
  );
  await open(page, `/sync/runs/${files?.run}`);
  await page.locator("section", { hasText: "Ledger" }).getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`/sync/files\\?state=ingested&run=${files?.run}$`));
  const states = page.getByRole("navigation", { name: "States" });
  await expect(states).toContainText(`ingested ${Number(files?.ingested).toLocaleString("en-GB")}`);
  await page.getByRole("link", { name: `pass ${files?.run}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Pass ${files?.run}`);
});

test("a pass that never was is said to be none", async ({ page }) => {
  await page.goto("/sync/runs/999999");
  await expect(page.getByText("There is no pass with this number")).toBeVisible();
});

test("the metrics of a running site can be scraped, by none but its own names", async ({ page }) => {
  const response = await page.request.get("/api/metrics");
  expect(response.headers()["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(await response.text()).toContain('astrolabe_log_files{trail="s3://astrolabe-sample",state="ingested"}');
  const elsewhere = await page.request.get("/api/metrics", { headers: { Host: "evil.example" } });
  expect(elsewhere.status()).toBe(403);
});

test("the ledger balances on the page, and a pass is started by its button", async ({ page, query }) => {
  test.setTimeout(180_000);
  const [files] = await query(
    "SELECT count(*) AS all, count(*) FILTER (WHERE state = 'ingested') AS ingested, sum(records_read) AS records FROM log_file",
  );
  await open(page, "/sync");
  const ledger = page.locator("section", { has: page.getByRole("heading", { name: "Ledger" }) });
  for (const number of [files?.all, files?.ingested, files?.records]) await expect(ledger).toContainText(count(number));

  const runs = async () => Number((await query("SELECT count(*) AS n FROM sync_run WHERE state = 'complete'"))[0]?.n);
  const before = await runs();
  await page.getByRole("button", { name: "Sync now" }).click();
  await expect.poll(runs, { timeout: 60_000 }).toBe(before + 1);
  const passes = page.getByRole("table", { name: "Passes, newest first" }).locator("tbody tr");
  await expect(passes).toHaveCount(before + 1, { timeout: 45_000 });
  const [last] = await query(
    "SELECT events_inserted, files_ingested FROM sync_run_trail ORDER BY sync_run_id DESC LIMIT 1",
  );
  expect(last).toEqual({ events_inserted: "0", files_ingested: "0" });
});
