import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const slider = (page: Page) => page.getByRole("slider", { name: /^Timeline/ });
/** Drawn, so that what is clicked next is heard. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  await expect(slider(page)).toBeVisible();
}
const count = (value: unknown) => Number(value).toLocaleString("en-GB");
const params = (page: Page) => new URL(page.url()).searchParams;

/** How many events SQL, the list's heading and the timeline's caption say there are, once they say the same. */
async function expectSame(page: Page, events: unknown): Promise<void> {
  await expect(page.locator("figcaption")).toContainText(new RegExp(`^${count(events)} events? per `));
  await expect(page.getByText(new RegExp(`^${count(events)} (of [\\d,]+ )?events?$`))).toBeVisible();
}

async function point(chart: Locator, x: number, y = 0.5): Promise<[number, number]> {
  const box = await chart.boundingBox();
  if (!box) throw new Error("The chart has no place");
  return [box.x + box.width * x, box.y + box.height * y];
}

test("a drag zooms in, every number agrees with SQL, and there are two ways back", async ({ page, query }) => {
  await open(page, "/events");
  const [all] = await query("SELECT count(*) AS events FROM shown_event");
  await expectSame(page, all?.events);
  await page.mouse.move(...(await point(slider(page), 0.3)));
  await page.mouse.down();
  await page.mouse.move(...(await point(slider(page), 0.4)), { steps: 4 });
  await expect(slider(page).locator('[data-selection="range"]')).toBeVisible();
  const said = /^(\S+) – (\S+), ([\d,]+) events/.exec((await slider(page).getAttribute("aria-valuetext")) ?? "");
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*to=/);

  const [from, to] = [params(page).get("from"), params(page).get("to")];
  const [inRange] = await query(
    "SELECT count(*) AS events FROM shown_event WHERE event_time >= $1::timestamptz AND event_time < $2::timestamptz",
    [from, to],
  );
  // What was shown while it was dragged is what is there now: weeks, from a Monday to before another.
  expect(said?.[1]).toBe(from?.slice(0, 10));
  expect(said?.[3]).toBe(count(inRange?.events));
  expect([from, to].map((bound) => new Date(bound ?? "").getUTCDay())).toEqual([1, 1]);
  await expectSame(page, inRange?.events);

  await page.getByRole("button", { name: "Back to the range before" }).click();
  await expectSame(page, all?.events);
  expect(params(page).get("from")).toBeNull();
  await page.goBack();
  await expectSame(page, inRange?.events);
  await page.goBack();
  await expectSame(page, all?.events);
});

test("Escape lets go of a drag", async ({ page }) => {
  await open(page, "/events");
  await page.mouse.move(...(await point(slider(page), 0.3)));
  await page.mouse.down();
  await page.mouse.move(...(await point(slider(page), 0.5)), { steps: 4 });
  await page.keyboard.press("Escape");
  await expect(slider(page).locator("[data-selection]")).toHaveCount(0);
  await page.mouse.up();
  expect(params(page).size).toBe(0);
});

test("a click on a part of a bar filters by it, beside the bar by its time alone", async ({ page, query }) => {
  const [most] = await query(
    `SELECT date_trunc('week', event_time AT TIME ZONE 'UTC')::date AS week, count(*) FILTER (WHERE outcome = 'failure') AS failures
     FROM shown_event GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
  );
  const [place] = await query(
    `SELECT ($1::date - date_trunc('week', min(event_time) AT TIME ZONE 'UTC')::date) / 7 AS index,
       (date_trunc('week', max(event_time) AT TIME ZONE 'UTC')::date - date_trunc('week', min(event_time) AT TIME ZONE 'UTC')::date) / 7 + 1 AS buckets
     FROM shown_event`,
    [most?.week],
  );
  const x = (Number(place?.index) + 0.5) / Number(place?.buckets);
  await open(page, "/events");
  // From the top down to where the failures begin.
  for (let y = 0.01; y < 1; y += 0.03) {
    await page.mouse.move(...(await point(slider(page), x, y)));
    // Drawn before it is read: the cursor follows with the next frame.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    if ((await slider(page).getAttribute("aria-valuetext"))?.includes("of these")) break;
  }
  await expect(slider(page)).toHaveAttribute(
    "aria-valuetext",
    new RegExp(`^${most?.week} .*of these ${most?.failures} failures$`),
  );
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(/outcome=failure/);
  expect(params(page).get("from")).toBe(`${most?.week}T00:00:00Z`);
  await expectSame(page, most?.failures);

  await page.goBack();
  const [all] = await query("SELECT count(*) AS events FROM shown_event");
  await expectSame(page, all?.events);
  await page.mouse.click(...(await point(slider(page), x, 0.005)));
  await expect(page).toHaveURL(/from=/);
  expect(params(page).get("outcome")).toBeNull();
});

test("the keyboard alone walks, spans a range, zooms to it and out again", async ({ page, query }) => {
  await open(page, "/events?from=2024-01-01T00:00:00Z&to=2024-03-01T00:00:00Z");
  const days = await query(
    `SELECT count(*) AS events, count(*) FILTER (WHERE outcome = 'failure') AS failures
     FROM shown_event WHERE event_time >= '2024-01-01Z' AND event_time < '2024-01-01T12:00Z'`,
  );
  await slider(page).focus();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "No bucket chosen");
  await page.keyboard.press("ArrowRight");
  const failures = `${days[0]?.failures} failure${days[0]?.failures === "1" ? "" : "s"}`;
  await expect(slider(page)).toHaveAttribute(
    "aria-valuetext",
    `2024-01-01 00:00:00 – 12:00:00 +00:00, ${days[0]?.events} event${days[0]?.events === "1" ? "" : "s"}, ${failures}`,
  );
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  for (let step = 0; step < 7; step++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/to=2024-01-05/);
  const [zoomed] = await query(
    "SELECT count(*) AS events FROM shown_event WHERE event_time >= '2024-01-01Z' AND event_time < '2024-01-05Z'",
  );
  await expectSame(page, zoomed?.events);
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press("-");
  await expect(page).toHaveURL(/from=2023-12-30.*to=2024-01-07/);
  await page.keyboard.press("Backspace");
  await expectSame(page, zoomed?.events);
  await page.keyboard.press("Backspace");
  const [months] = await query(
    "SELECT count(*) AS events FROM shown_event WHERE event_time >= '2024-01-01Z' AND event_time < '2024-03-01Z'",
  );
  await expectSame(page, months?.events);
  await expect(page).toHaveURL(/to=2024-03-01/);

  // A part of the last bucket that has any.
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  const escaped = await slider(page).getAttribute("aria-valuetext");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "No bucket chosen");
  expect(escaped).toMatch(/^2024-02-29/);
});

test("zooming out ends with all of time", async ({ page, query }) => {
  const [all] = await query("SELECT count(*) AS events FROM shown_event");
  await open(page, "/events?from=2023-11-01T00:00:00Z&to=2024-03-01T00:00:00Z");
  const zoomOut = page.getByRole("button", { name: "Zoom out ×2" });
  for (let step = 0; step < 12 && params(page).size > 0; step++) {
    const { search } = new URL(page.url());
    await zoomOut.click();
    await expect.poll(() => new URL(page.url()).search).not.toBe(search);
  }
  expect(params(page).size).toBe(0);
  await expectSame(page, all?.events);
  await expect(zoomOut).toBeDisabled();
});

for (const [by, sql] of [
  ["access", "access"],
  ["source", "(SELECT event_source FROM action WHERE id = action_ref)"],
  ["project", "project_ref::text"],
] as const) {
  test(`stacked by ${by} the parts sum up, and one can be had alone or left out`, async ({ page, query }) => {
    await open(page, "/events");
    await page.getByRole("combobox", { name: "Stacked by" }).selectOption(by);
    await expect(page).toHaveURL(new RegExp(`by=${by}`));
    const groups = await query(
      `SELECT ${sql} AS value, count(*) AS events FROM shown_event GROUP BY 1 ORDER BY 2 DESC`,
    );
    const total = groups.reduce((sum, { events }) => sum + Number(events), 0);
    const legend = page.getByRole("list", { name: `Stacked by ${by}` });
    await expect(legend.getByRole("listitem")).toHaveCount(Math.min(groups.length, 7));
    const shown = await legend.getByRole("listitem").allInnerTexts();
    expect(shown.reduce((sum, text) => sum + Number(/^\s*([\d,]+)/.exec(text)?.[1]?.replaceAll(",", "")), 0)).toBe(
      total,
    );
    await expectSame(page, total);

    const largest = legend.getByRole("button", { name: new RegExp(`^${count(groups[0]?.events)} `) });
    await largest.click({ modifiers: ["Alt"] });
    await expectSame(page, total - Number(groups[0]?.events));
    await page.goBack();
    await largest.click();
    await expectSame(page, groups[0]?.events);
    await expect(page).toHaveURL(new RegExp(`by=${by}`));
  });
}

test("an empty range keeps its axis and says so; a cut bucket is hatched", async ({ page }) => {
  await open(page, "/events?from=2019-01-01&to=2019-02-01");
  await expect(page.getByText("No events in this time range")).toBeVisible();
  await expect(page.locator("figure")).toContainText("2019-01-07");
  const height = (await page.locator("figure").boundingBox())?.height;
  await open(page, "/events?from=2024-01-10T05:00:00Z&to=2024-01-20");
  expect((await page.locator("figure").boundingBox())?.height).toBe(height);
  await expect(slider(page).locator(".hatched")).toHaveCount(1);
});

test("folded away it stays so, and nothing is wrong with it for axe", async ({ page }) => {
  await open(page, "/events?by=source");
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).include("figure").setLegacyMode(true);
    expect((await axe.analyze()).violations.map(({ id }) => id)).toEqual([]);
  }
  await page.getByRole("button", { name: "Fold the timeline away" }).click();
  await expect(slider(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: "Show the timeline" })).toBeVisible();
  await expect(slider(page)).toHaveCount(0);
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a first tap shows the numbers, a second the events; the page still scrolls", async ({ page }) => {
    await open(page, "/events");
    await slider(page).scrollIntoViewIfNeeded();
    const [x, y] = await point(slider(page), 0.5, 0.02);
    await page.touchscreen.tap(x, y);
    await expect(page.getByText("Tap again to show these events")).toBeVisible();
    expect(params(page).size).toBe(0);
    await page.touchscreen.tap(x, y);
    await expect(page).toHaveURL(/from=/);
    expect(await slider(page).evaluate((element) => getComputedStyle(element).touchAction)).toBe("pan-y");
  });
});
