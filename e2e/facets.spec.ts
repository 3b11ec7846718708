import type { Locator } from "@playwright/test";
import { open } from "./every-page.ts";
import { boxes, section } from "./facet-section.ts";
import { expect, test } from "./fixtures.ts";

const number = (value: string | null | undefined) => Number(value).toLocaleString("en-GB");
const rows = "table tbody tr";

/** What the rows of a section say, in order: name and count. */
const said = (place: Locator) =>
  boxes(place).evaluateAll((found) => found.map((box) => box.getAttribute("aria-label") ?? ""));

const FIELDS = [
  [
    "Project",
    "p.project_id || ' ' || p.account_id || ' ' || p.region",
    "p.account_id || '/' || p.region || '/' || p.project_id",
  ],
  ["Action", "a.event_name", "a.event_name"],
  ["Source", "a.event_source", "a.event_source"],
  ["Region", "e.region", "e.region"],
  ["Error", "e.error_code", "e.error_code"],
  ["Access", "e.access::text", "e.access::text"],
] as const;

test("every count is the database's, under the other filters and not the field's own", async ({ page, query }) => {
  const [busiest] = await query(
    `SELECT p.account_id || '/' || p.region || '/' || p.project_id AS name, p.id FROM shown_event e
     JOIN project p ON p.id = e.project_ref WHERE outcome = 'failure' GROUP BY p.id ORDER BY count(*) DESC, 1 LIMIT 1`,
  );
  await page.goto(`/events?outcome=failure&project=${encodeURIComponent(String(busiest?.name))}`);
  for (const [label, name, value] of FIELDS) {
    const place = section(page, label);
    const fold = place.getByRole("button", { name: new RegExp(`^${label}`) });
    if ((await fold.getAttribute("aria-expanded")) === "false") await fold.click();
    const counted = await query(
      `SELECT coalesce(${name}, 'none') AS name, count(*) AS events FROM shown_event e
       JOIN action a ON a.id = e.action_ref LEFT JOIN project p ON p.id = e.project_ref
       WHERE outcome = 'failure' AND ${label === "Project" ? "TRUE" : `e.project_ref = ${busiest?.id}`}
       GROUP BY 1, ${value} ORDER BY 2 DESC, (${value}) COLLATE "C" NULLS LAST LIMIT 10`,
    );
    const expected = counted.map(({ name, events }) => `${name}, ${number(events)} event${events === "1" ? "" : "s"}`);
    await expect.poll(() => said(place), label).toEqual(expected);
  }
  await expect(section(page, "Project").getByRole("checkbox", { checked: true })).toHaveCount(1);
});

test("a value is included, excluded and made the only one, and address, chips and table follow", async ({
  page,
  query,
}) => {
  const [first, second] = await query(
    `SELECT a.event_name AS name, count(*) AS events FROM shown_event e JOIN action a ON a.id = e.action_ref
     GROUP BY 1 ORDER BY 2 DESC, a.event_name COLLATE "C" LIMIT 2`,
  );
  const [all] = await query("SELECT count(*) AS events FROM shown_event");
  const matching = (events: number) =>
    expect(page.getByText(new RegExp(`^${number(String(events))} of `))).toBeVisible();
  const terms = () => new URL(page.url()).searchParams.getAll("action");
  await open(page, "/events");
  const place = section(page, "Action");
  const box = (name: unknown) => place.getByRole("checkbox", { name: new RegExp(`^(not )?${String(name)},`) });
  const chips = page.getByRole("list", { name: "Filters" });

  await box(first?.name).check();
  await box(second?.name).check();
  await expect.poll(terms).toEqual([first?.name, second?.name]);
  await matching(Number(first?.events) + Number(second?.events));
  await expect(chips.getByRole("listitem")).toHaveCount(3);
  // The numbers beside them are what they were: a field's own terms count for nothing in it.
  await expect(box(second?.name)).toHaveAccessibleName(`${second?.name}, ${number(second?.events)} events`);

  await box(first?.name).hover();
  await place.getByRole("link", { name: `only ${first?.name}:` }).click();
  await expect.poll(terms).toEqual([first?.name]);
  await matching(Number(first?.events));

  await place.getByRole("button", { name: `Exclude ${first?.name}`, exact: true }).click();
  await expect.poll(terms).toEqual([`!${first?.name}`]);
  await matching(Number(all?.events) - Number(first?.events));
  await expect(chips).toContainText("is not");
  await expect(box(first?.name)).toHaveAccessibleName(/^not /);
  await expect(box(first?.name)).not.toBeChecked();

  await place.getByRole("button", { name: "Take Action out of the filter" }).click();
  await expect.poll(terms).toEqual([]);

  await box(first?.name).focus();
  await page.keyboard.press("ArrowDown");
  await expect(box(second?.name)).toBeFocused();
  await page.keyboard.press("Space");
  await expect.poll(terms).toEqual([second?.name]);
  await page.keyboard.press("x");
  await expect.poll(terms).toEqual([`!${second?.name}`]);
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect.poll(terms).toEqual([`!${second?.name}`, first?.name]);
});

test("values are found by a part of their name, more of them on demand, and the part is a pattern", async ({
  page,
  query,
}) => {
  const projects = await query(
    "SELECT p.project_id AS id FROM shown_event e LEFT JOIN project p ON p.id = e.project_ref GROUP BY p.id ORDER BY count(*) DESC",
  );
  expect(projects.length).toBeGreaterThan(10);
  const part = String(projects.find(({ id }) => id !== null)?.id).slice(0, 5);
  await open(page, "/events");
  const place = section(page, "Project");
  await expect(place.getByText(`The 10 most frequent of ${projects.length}`)).toBeVisible();
  await expect(boxes(place)).toHaveCount(10);
  await place.getByRole("button", { name: "Show more" }).click();
  await expect(boxes(place)).toHaveCount(Math.min(projects.length, 50));
  await place.getByRole("button", { name: "Show fewer" }).click();
  await expect(boxes(place)).toHaveCount(10);

  await place.getByRole("searchbox").fill(part.toUpperCase());
  await expect(boxes(place)).toHaveCount(projects.filter(({ id }) => id?.includes(part)).length);
  for (const text of await said(place)) expect(text).toContain(part);
  await place.getByRole("searchbox").fill(part);
  await place.getByRole("searchbox").press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("project")).toBe(`*${part}*`);
  const [like] = await query(
    "SELECT count(*) AS events FROM shown_event e JOIN project p ON p.id = e.project_ref WHERE p.project_id LIKE $1",
    [`%${part}%`],
  );
  await expect(boxes(place).first()).toHaveAccessibleName(`like *${part}*, ${number(like?.events)} events`);
  await boxes(place).first().uncheck();
  await expect(page).not.toHaveURL(/project=/);
});

test("folded or open, the side is as it was left when the page comes again, and nothing jumps", async ({ page }) => {
  await open(page, "/events");
  const heading = page.getByText(/^[\d,]+ events$/);
  const place = async () => (await heading.boundingBox())?.x ?? 0;
  const unfolded = await place();
  await section(page, "Region").getByRole("button", { name: "Region" }).click();
  await expect(boxes(section(page, "Region")).first()).toBeVisible();
  await section(page, "Project").getByRole("button", { name: "Project" }).click();
  await page.reload({ waitUntil: "networkidle" });
  await expect(boxes(section(page, "Region")).first()).toBeVisible();
  await expect(boxes(section(page, "Project"))).toHaveCount(0);

  await page.keyboard.press("f");
  await expect(page.getByRole("complementary", { name: "Narrow by value" })).toBeHidden();
  const folded = await place();
  expect(folded).toBeLessThan(unfolded);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  const shifts = () =>
    page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
  await page.reload({ waitUntil: "networkidle" });
  expect(await place()).toBe(folded);
  expect(await shifts()).toBeLessThan(0.01);
  await page.getByRole("button", { name: /^Filters/ }).click();
  await expect(boxes(section(page, "Region")).first()).toBeVisible();
  await page.reload({ waitUntil: "networkidle" });
  expect(await place()).toBe(unfolded);
  expect(await shifts()).toBeLessThan(0.01);
});

test.describe("a lost connection", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("keeps what is on the screen and says so", async ({ page, context }) => {
    await open(page, "/events");
    const place = section(page, "Region");
    await place.getByRole("button", { name: "Region" }).click();
    await expect(boxes(place).first()).toBeVisible();
    const before = await boxes(place).count();
    // The chart comes last, and its code with it.
    await expect(page.locator("figure svg").first()).toBeVisible();
    await context.setOffline(true);
    await section(page, "Account").getByRole("button", { name: "Account" }).click();
    await expect(section(page, "Account").getByText(/server does not answer/)).toBeVisible();
    await expect(boxes(place)).toHaveCount(before);
    await expect(page.locator(rows).first()).toBeVisible();
    await context.setOffline(false);
    await section(page, "Account").getByRole("button", { name: "Try again" }).click();
    await expect(boxes(section(page, "Account")).first()).toBeVisible();
  });
});

test("a value that no event has is named, and what was probably meant", async ({ page, query }) => {
  const [project] = await query(
    `SELECT p.project_id AS id FROM shown_event e JOIN project p ON p.id = e.project_ref
     WHERE length(p.project_id) > 7 GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const id = String(project?.id);
  const wrong = `${id.slice(0, 2)}${id[3]}${id[2]}${id.slice(4)}`;
  await open(page, `/events?project=${wrong}&outcome=failure`);
  const notice = page.getByRole("status").filter({ hasText: "No event has the project" });
  await expect(notice).toHaveText(`No event has the project ${wrong}. Nearest: ${id}`);
  await expect(section(page, "Project").getByRole("checkbox", { checked: true })).toHaveAccessibleName(
    `${wrong}, 0 events`,
  );
  await notice.getByRole("button").click();
  await expect(notice).toBeHidden();
  await expect.poll(() => new URL(page.url()).searchParams.get("project")).toContain(id);
});
