import { parse } from "csv-parse/sync";
import { everyPage, open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";
import { HOSTILE_RECORDS } from "./hostile-trail.ts";
import { offences } from "./offences.ts";

// Everything in a record may have been written by an attacker: nothing of it becomes markup, script, link or formula.

test.use({ siteName: "hostile" });

test("all hostile records are events", async ({ query }) => {
  const [stored] = await query("SELECT count(*) AS events FROM shown_event");
  expect(Number(stored?.events)).toBe(HOSTILE_RECORDS.length);
});

test("no page runs, links or hides anything out of a record", async ({ page, site }) => {
  test.setTimeout(600_000);
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  page.on("dialog", (dialog) => elsewhere.push(`a dialog: ${dialog.message()}`));

  // Every detail page, and every link out of the first lists; the rest are filters of the same lists.
  const due = new Set(await everyPage(page));
  for (const address of due) {
    await page.goto(address);
    expect(await offences(page), address).toEqual([]);
    const isList = /^\/(events|projects|principals|resources|sync|sync\/files)?(\?.*)?$/.test(address);
    const links = await page
      .locator("main a[href^='/']")
      .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
    for (const link of links.filter((href) => isList && !href.startsWith("/api/"))) if (due.size < 150) due.add(link);
  }
  expect(due.size).toBeGreaterThan(100);
  expect(elsewhere).toEqual([]);
});

test("the CSV disarms every formula and loses nothing", async ({ page }) => {
  const safe = await page.request.get("/api/events/export?format=csv");
  const raw = await page.request.get("/api/events/export?format=csv&safe=0");
  const [header = [], ...rows] = parse(await safe.text(), { recordDelimiter: "\r\n" });
  const [, ...unsafeRows] = parse(await raw.text(), { recordDelimiter: "\r\n" });
  expect(rows.length).toBe(HOSTILE_RECORDS.length);
  expect(header.length).toBe(28);
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  const disarmed = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
  expect(unsafeRows.map((row) => row.map(disarmed))).toEqual(rows);
  expect(unsafeRows.flat().some((cell) => cell.startsWith("=HYPERLINK"))).toBe(true);
});

test("JSON lines are the hostile records byte for byte", async ({ page }) => {
  const response = await page.request.get("/api/events/export?format=jsonl&order=asc");
  const lines = (await response.text()).trimEnd().split("\n");
  expect(lines.toSorted()).toEqual([...HOSTILE_RECORDS].toSorted());
});

test("answers for machines are never taken for pages", async ({ page, query }) => {
  const [event] = await query("SELECT event_id FROM shown_event WHERE event_id LIKE '%script%' LIMIT 1");
  const id = encodeURIComponent(event?.event_id ?? "");
  for (const address of [
    `/api/events/${id}`,
    "/api/events",
    "/api/events/export?format=csv",
    "/api/facets?field=project",
    "/api/sync",
  ]) {
    const response = await page.request.get(address);
    expect(response.status(), address).toBe(200);
    expect(response.headers()["content-type"], address).not.toContain("html");
    expect(response.headers()["x-content-type-options"], address).toBe("nosniff");
    expect(response.headers()["content-security-policy"], address).toContain("sandbox");
  }
});

test("files that fail are shown with hostile names and a reason", async ({ page }) => {
  await open(page, "/sync");
  await expect(page.getByText("onerror='globalThis.hostile=1'").first()).toBeVisible();
});
