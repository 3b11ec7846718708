import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { eventRows, openTable } from "./table-page.ts";

test("what is picked, ordered, resized and its density are still so after a reload", async ({ page }) => {
  await openTable(page, "/events");
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Columns" });
  await panel.getByRole("searchbox", { name: "Find a column" }).fill("mfa");
  await panel.getByRole("checkbox", { name: "MFA" }).check();
  await panel.getByRole("searchbox", { name: "Find a column" }).fill("");
  await panel.getByRole("checkbox", { name: "Address" }).uncheck();
  await panel.getByRole("button", { name: "Move MFA forward" }).click();
  const items = panel.getByRole("listitem");
  await items
    .filter({ hasText: "Access" })
    .first()
    .dragTo(items.filter({ hasText: "Principal" }).first());
  await panel.getByText("Dense", { exact: true }).click();
  await page.keyboard.press("Escape");

  const edge = page.getByRole("separator", { name: "Width of Principal" });
  await edge.focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowRight");
  const outcome = page.getByRole("separator", { name: "Width of Outcome" });
  const width = Number(await outcome.getAttribute("aria-valuenow"));
  const box = await outcome.boundingBox();
  await page.mouse.move(box!.x + 4, box!.y + 8);
  await page.mouse.down();
  await page.mouse.move(box!.x + 64, box!.y + 8, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Number(await outcome.getAttribute("aria-valuenow"))).toBe(width + 60);

  const before = await look(page);
  expect(before.names).toEqual(["Time", "Access", "Principal", "What happened", "Project, resource", "MFA", "Outcome"]);
  expect(before.height).toBe(28);
  await page.reload();
  await expect(eventRows(page).first()).toBeVisible();
  await expect.poll(() => look(page)).toEqual(before);
});

test("columns that were kept and aren't there any more are no matter", async ({ page, context, site }) => {
  const kept = encodeURIComponent("28 colour:90 mfa eventTime:abc");
  await context.addCookies([{ name: "table", value: kept, url: site.url }]);
  await openTable(page, "/events");
  expect((await look(page)).names).toEqual(["MFA", "Time"]);
});

test("headings and the first column stay in sight", async ({ page, context, site }) => {
  const wide = encodeURIComponent("32 eventTime what:900 userAgent:900 logFile:900");
  await context.addCookies([{ name: "table", value: wide, url: site.url }]);
  const grid = await openTable(page, "/events");
  const before = await grid.getByRole("columnheader", { name: /^Time/ }).boundingBox();
  await grid.locator("..").evaluate((scroller) => scroller.scrollTo(700, 900));
  await expect(eventRows(page).nth(15)).toBeVisible();
  const heading = await grid.getByRole("columnheader", { name: /^Time/ }).boundingBox();
  const cell = await eventRows(page).nth(15).getByRole("gridcell").first().boundingBox();
  expect([heading?.x, heading?.y, cell?.x]).toEqual([before?.x, before?.y, before?.x]);
});

test("a first column wider than the table leaves half of it to the others", async ({ page, context, site }) => {
  await context.addCookies([
    { name: "table", value: encodeURIComponent("32 eventTime:1600 what userAgent:600"), url: site.url },
  ]);
  const grid = await openTable(page, "/events");
  const scroller = grid.locator("..");
  await scroller.evaluate((box) => box.scrollTo(5000, 0));
  const place = (await scroller.boundingBox())!;
  const first = (await grid.getByRole("columnheader", { name: /^Time/ }).boundingBox())!;
  expect(Math.round(first.x + first.width - place.x)).toBeLessThanOrEqual(Math.ceil(place.width / 2));
  await expect(grid.getByRole("columnheader", { name: "User agent" })).toBeInViewport();
});

test("the focus stays on a column that is chosen, on Reset, and on the order that is turned", async ({ page }) => {
  await openTable(page, "/events");
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Columns" });
  const mfa = panel.getByRole("checkbox", { name: "MFA" });
  await mfa.focus();
  await page.keyboard.press("Space");
  await expect(mfa).toBeChecked();
  await expect(mfa).toBeFocused();
  await panel.getByRole("button", { name: "Reset" }).focus();
  await page.keyboard.press("Enter");
  await expect(mfa).not.toBeChecked();
  await expect(panel.getByRole("button", { name: "Reset" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Time", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/order=asc/);
  await expect(page.getByRole("columnheader", { name: /^Time/ })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("button", { name: "Time", exact: true })).toBeFocused();
});

test("two tabs that set the table don't undo each other", async ({ page, context }) => {
  const other = await context.newPage();
  await openTable(other, "/events");
  await openTable(page, "/events");
  const choose = async (tab: Page, name: string) => {
    await tab.getByRole("button", { name: "Columns", exact: true }).click();
    await tab.getByRole("dialog", { name: "Columns" }).getByRole("checkbox", { name, exact: true }).check();
  };
  await choose(page, "MFA");
  await choose(other, "Region");
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "MFA" })).toBeAttached();
  await expect(page.getByRole("columnheader", { name: /^Region/ })).toBeAttached();
});

async function look(page: Page) {
  const names = await page.getByRole("columnheader").allInnerTexts();
  const widths = await page
    .getByRole("separator")
    .evaluateAll((edges) => edges.map((edge) => edge.getAttribute("aria-valuenow")));
  const height = await eventRows(page)
    .first()
    .evaluate((row) => row.getBoundingClientRect().height);
  return { names: names.map((name) => name.trim()), widths, height };
}
