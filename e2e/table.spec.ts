import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { eventRows, idsOf, openTable, scrollToEnd } from "./table-page.ts";

const ORDERED = "ORDER BY event_time DESC, event_id DESC";
/** More rows than are held at once. */
const READS = "access=read&outcome=success";
const READ_ROWS = `SELECT event_id FROM shown_event WHERE access = 'read' AND outcome = 'success' ${ORDERED} LIMIT 2400`;

test.describe("endless", () => {
  test("every event comes once and in order, down to the end and back, with few rows in the document", async ({
    page,
    query,
  }) => {
    test.setTimeout(600_000);
    const [action] = await query(
      `SELECT event_name AS name, count(*) AS events FROM shown_event JOIN action ON action.id = action_ref
       GROUP BY 1 HAVING count(*) BETWEEN 1700 AND 4000 ORDER BY 2 LIMIT 1`,
    );
    const stored = await query(
      `SELECT event_id FROM shown_event JOIN action ON action.id = action_ref WHERE event_name = $1 ${ORDERED}`,
      [action?.name],
    );
    const ids = stored.map((row) => row.event_id);
    await openTable(page, `/events?action=${action?.name}`);
    const down = await scrollToEnd(page, "down");
    expect(down.ids).toEqual(ids);
    await expect(page.getByText(`End: all ${ids.length.toLocaleString("en-GB")} shown`)).toBeVisible();
    const up = await scrollToEnd(page, "up");
    expect(up.ids).toEqual(ids);
    expect(Math.max(down.mostRows, up.mostRows)).toBeLessThan(100);
    await expect(page.getByText(`${ids.length.toLocaleString("en-GB")} shown`, { exact: true })).toBeVisible();
  });

  test("End is the oldest event at once, Home the newest, and both meet what lies between", async ({ page, query }) => {
    const stored = (await query(`SELECT event_id FROM shown_event ${ORDERED}`)).map((row) => row.event_id);
    const grid = await openTable(page, "/events");
    await grid.focus();
    const pages: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/explorer/rows")) pages.push(request.url());
    });
    await page.keyboard.press("End");
    await expect.poll(async () => (await idsOf(eventRows(page))).at(-1)).toBe(stored.at(-1));
    await expect(page.getByText("End of the list")).toBeVisible();
    expect(pages.length).toBeLessThanOrEqual(3);
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    await expect.poll(() => activeId(page)).toBe(stored.at(-1 - 2 * (await fitting(page))));
    await page.keyboard.press("Home");
    await expect.poll(async () => (await idsOf(eventRows(page)))[0]).toBe(stored[0]);
    await expect.poll(() => activeId(page)).toBe(stored[0]);
  });

  test("a link to an event in the middle opens there, and the list goes on both ways", async ({ page, query }) => {
    const stored = (await query(READ_ROWS)).map((row) => String(row.event_id));
    const middle = 1200;
    const id = stored[middle] ?? "";
    await openTable(page, `/events?${READS}&event=${encodeURIComponent(id)}`);
    const row = page.locator("tr[aria-selected=true]");
    await expect(row).toBeInViewport();
    expect(await idsOf(row)).toEqual([id]);
    const around = await idsOf(eventRows(page));
    expect(around).toEqual(stored.slice(middle - around.indexOf(id), middle - around.indexOf(id) + around.length));

    // Walking up puts pages before those that are there; what is in sight stays where it is.
    for (let step = 1; step <= 100; step++) await page.keyboard.press("k");
    await expect.poll(() => activeId(page)).toBe(stored[middle - 100]);
    await expect.poll(() => new URL(page.url()).searchParams.get("event")).toBe(stored[middle - 100]);
    await expect(page.locator("tr[aria-selected=true]")).toBeInViewport();
  });

  test("an event that doesn't match is there all the same, at its time", async ({ page, query }) => {
    const [other] = await query(
      `SELECT event_id, event_time FROM shown_event WHERE access = 'write' ${ORDERED} OFFSET 200 LIMIT 1`,
    );
    const [before] = await query(
      `SELECT event_id FROM shown_event WHERE access = 'read' AND (event_time, event_id) < ($1, $2) ${ORDERED} LIMIT 1`,
      [other?.event_time, other?.event_id],
    );
    await openTable(page, `/events?access=read&event=${encodeURIComponent(String(other?.event_id))}`);
    await expect(page.locator("tr[aria-selected=true]")).toBeInViewport();
    const ids = await idsOf(eventRows(page));
    expect(ids[ids.indexOf(String(other?.event_id)) + 1]).toBe(before?.event_id);
  });

  test("the list turns round, and says so", async ({ page, query }) => {
    const oldest = await query("SELECT event_id FROM shown_event ORDER BY event_time, event_id LIMIT 20");
    await openTable(page, "/events");
    const heading = page.getByRole("columnheader", { name: /^Time/ });
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    await heading.getByRole("button").click();
    await expect(page).toHaveURL(/[?&]order=asc/);
    await expect(heading).toHaveAttribute("aria-sort", "ascending");
    await expect
      .poll(async () => (await idsOf(eventRows(page))).slice(0, 20))
      .toEqual(oldest.map((row) => row.event_id));
    await heading.getByRole("button").click();
    await expect(page).not.toHaveURL(/order=/);
  });
});

test.describe("by keyboard", () => {
  test("J and K walk, Enter opens, and with an event open they open the next", async ({ page, query }) => {
    const stored = (await query(`SELECT event_id FROM shown_event ${ORDERED} LIMIT 10`)).map((row) => row.event_id);
    const grid = await openTable(page, "/events");
    await grid.focus();
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("k");
    await expect.poll(() => activeId(page)).toBe(stored[1]);
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("event")).toBe(stored[1]);
    await expect(page.locator("tr[aria-selected=true]")).toHaveCount(1);
    await page.keyboard.press("j");
    await expect.poll(() => new URL(page.url()).searchParams.get("event")).toBe(stored[2]);
    expect(await idsOf(page.locator("tr[aria-selected=true]"))).toEqual([stored[2]]);

    const words = page.getByRole("searchbox").first();
    await words.focus();
    await page.keyboard.type("jk");
    expect(new URL(page.url()).searchParams.get("event")).toBe(stored[2]);
  });

  test("a click on what happened opens it here; its address is the event's page", async ({ page, context }) => {
    await openTable(page, "/events");
    const link = eventRows(page).nth(3).locator('a[href^="/events/"]');
    const href = (await link.getAttribute("href")) ?? "";
    await link.click();
    await expect.poll(() => new URL(page.url()).searchParams.get("event")).toBe(decodeURIComponent(href.slice(8)));
    const opened = context.waitForEvent("page");
    await link.click({ modifiers: ["ControlOrMeta"] });
    await expect(await opened).toHaveURL(new RegExp(`${href}$`));
  });
});

test("on paper all rows that were loaded are there, and how many there are", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/explorer/rows")) asked.push(request.url());
  });
  await openTable(page, "/events");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/^100 of [\d,]+ matching events/)).toBeVisible();
  await expect(eventRows(page)).toHaveCount(100);
  await expect(eventRows(page).last().getByRole("link").first()).toBeVisible();
  // Everything is in sight on paper; that is no reason to fetch more.
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
});

test("on a phone the page scrolls, and cards come as one goes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/events");
  await expect(page.locator("tr[data-index] > td")).not.toHaveCount(0);
  await expect(page.locator("tr[data-index] > td.max-md\\:hidden")).toHaveCount(0);
  const row = page.locator("tr[data-index='240']");
  await expect(async () => {
    await page.mouse.wheel(0, 1200);
    await expect(row).toBeAttached({ timeout: 100 });
  }).toPass({ intervals: [50] });
  await row.scrollIntoViewIfNeeded();
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/event=/);
});

function activeId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const id = document.querySelector("table[role=grid]")?.getAttribute("aria-activedescendant");
    return id == null ? undefined : decodeURIComponent(id.slice("row-".length));
  });
}

/** Rows that PageUp goes by. */
function fitting(page: Page): Promise<number> {
  return page.getByRole("grid").evaluate((grid) => Math.floor((grid.parentElement!.clientHeight - 32) / 32) - 1);
}
