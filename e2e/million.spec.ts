import { expect } from "./fixtures.ts";
import { testWithMadeSite } from "./made-site.ts";
import { eventRows, idsOf, openTable, scrollToEnd } from "./table-page.ts";

const EVENTS = 1_000_000;
const ORDERED = "ORDER BY event_time DESC, event_id DESC";
const count = (value: unknown) => Number(value).toLocaleString("en-GB");

const test = testWithMadeSite(EVENTS);
// One after another in one process: the site is made once.
test.describe.configure({ mode: "default" });

test("all are counted, the oldest is one key away, and the newest again", async ({ page, query }) => {
  const [newest] = await query(`SELECT event_id FROM shown_event ${ORDERED} LIMIT 1`);
  const [oldest] = await query("SELECT event_id FROM shown_event ORDER BY event_time, event_id LIMIT 1");
  const [shown] = await query("SELECT count(*) AS events FROM shown_event");
  const grid = await openTable(page, "/events");
  await expect(page.getByText(`${count(shown?.events)} events`, { exact: true })).toBeVisible();
  await expect(page.locator("figcaption")).toContainText(new RegExp(`^${count(shown?.events)} events per `));
  expect((await idsOf(eventRows(page)))[0]).toBe(newest?.event_id);
  await grid.focus();
  await page.keyboard.press("End");
  await expect.poll(async () => (await idsOf(eventRows(page))).at(-1)).toBe(oldest?.event_id);
  await page.keyboard.press("Home");
  await expect.poll(async () => (await idsOf(eventRows(page)))[0]).toBe(newest?.event_id);
});

test("a link to an event in the middle opens there, among its neighbours", async ({ page, query }) => {
  const stored = await query(`SELECT event_id FROM shown_event ${ORDERED} OFFSET ${EVENTS / 2} LIMIT 401`);
  const ids = stored.map((row) => String(row.event_id));
  const id = ids[200] ?? "";
  await openTable(page, `/events?event=${encodeURIComponent(id)}`);
  const row = page.locator("tr[aria-selected=true]");
  await expect(row).toBeInViewport();
  expect(await idsOf(row)).toEqual([id]);
  const around = await idsOf(eventRows(page));
  const first = ids.indexOf(around[0] ?? "");
  expect(around).toEqual(ids.slice(first, first + around.length));
  await expect(page.getByRole("complementary").getByRole("heading").first()).toBeVisible();
});

test("a long list of one principal is walked to its end and back", async ({ page, query }) => {
  test.setTimeout(600_000);
  const [principal] = await query(
    `SELECT p.key, count(*) AS events FROM shown_event e JOIN principal p ON p.id = e.principal_ref
     GROUP BY 1 HAVING count(*) BETWEEN 1500 AND 4000 ORDER BY 2, 1 LIMIT 1`,
  );
  const stored = await query(
    `SELECT event_id FROM shown_event e JOIN principal p ON p.id = e.principal_ref WHERE p.key = $1 ${ORDERED}`,
    [principal?.key],
  );
  const ids = stored.map((row) => row.event_id);
  await openTable(page, `/events?${new URLSearchParams({ principal: principal?.key ?? "" })}`);
  expect((await scrollToEnd(page, "down")).ids).toEqual(ids);
  expect((await scrollToEnd(page, "up")).ids).toEqual(ids);
});

test("a drag over the timeline zooms to a count that is SQL's", async ({ page, query }) => {
  await openTable(page, "/events");
  const chart = page.getByRole("slider", { name: /^Timeline/ });
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  const box = await chart.boundingBox();
  if (!box) throw new Error("The chart has no place.");
  const at = (share: number): [number, number] => [box.x + box.width * share, box.y + box.height / 2];
  await page.mouse.move(...at(0.4));
  await page.mouse.down();
  await page.mouse.move(...at(0.5), { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*to=/);
  const { searchParams } = new URL(page.url());
  const [inRange] = await query(
    "SELECT count(*) AS events FROM shown_event WHERE event_time >= $1::timestamptz AND event_time < $2::timestamptz",
    [searchParams.get("from"), searchParams.get("to")],
  );
  expect(Number(inRange?.events)).toBeGreaterThan(1000);
  await expect(page.locator("figcaption")).toContainText(new RegExp(`^${count(inRange?.events)} events per `));
  await expect(page.getByText(new RegExp(`^${count(inRange?.events)} of `))).toBeVisible();
});
