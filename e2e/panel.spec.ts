import type { Page } from "@playwright/test";
import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";
import { offences } from "./offences.ts";
import { overflow, violations } from "./violations.ts";

test.use({ contextOptions: { permissions: ["clipboard-read", "clipboard-write"] } });

const MEMBER_ADDED = `SELECT event_id AS id, summary FROM shown_event JOIN action ON action.id = action_ref
  WHERE event_name = 'AssociateTeamMember' AND outcome = 'success' ORDER BY event_time DESC LIMIT 1`;

const PANEL = 'section[aria-label="Event"]';
const panelOf = (page: Page) => page.locator(PANEL);
const address = (id: unknown, tab?: string) =>
  `/events?action=AssociateTeamMember&${new URLSearchParams({ event: String(id), ...(tab ? { tab } : {}) }).toString()}`;
/** By what one sees that a side is all there. */
const SIGNS = { Facts: "SHA-256", JSON: "awsRegion", Around: "this event", Compare: /^\d+ differences?$/ };
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const row = (page: Page, name: string) =>
  panelOf(page)
    .getByRole("treeitem")
    .filter({ hasText: `${name}: ` })
    .first();

test("an event opens beside the table from its link, its record as a tree that is searched", async ({
  page,
  query,
}) => {
  const [event] = await query(MEMBER_ADDED);
  await page.goto(address(event?.id, "json"));
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { level: 2 }).first()).toContainText(String(event?.summary).slice(0, 40));
  await expect(panel.getByRole("tab", { name: "JSON" })).toHaveAttribute("aria-selected", "true");
  await expect(row(page, "awsRegion")).toBeVisible();

  await row(page, "requestParameters").click();
  await expect(row(page, "projectRole")).toHaveCount(0);
  const search = panel.getByRole("searchbox", { name: "Search the record" });
  await search.fill("projectrole");
  await expect(panel.getByText(/^1 of \d$/)).toBeVisible();
  await expect(row(page, "projectRole")).toBeInViewport();
  await expect(panel.locator("mark", { hasText: "projectRole" }).first()).toBeVisible();
  await search.press("Shift+Enter");
  await expect(panel.getByText(/^(\d) of \1$/)).toBeVisible();
  await search.press("Escape");
  await expect(search).toHaveValue("");
  await expect(panel).toBeVisible();
});

test("keys walk the tree, and copy value, path and the line that prints the record", async ({ page, query }) => {
  const [event] = await query(MEMBER_ADDED);
  await page.goto(address(event?.id, "json"));
  const panel = panelOf(page);
  await row(page, "eventVersion").focus();
  await page.keyboard.press("ArrowDown");
  await expect(row(page, "userIdentity")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(row(page, "userIdentity")).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(row(page, "type")).toBeFocused();
  await page.keyboard.press("m");
  await page.getByRole("menuitem", { name: "Copy path" }).press("Enter");
  await expect.poll(() => copied(page)).toBe(".userIdentity.type");
  await expect(row(page, "type")).toBeFocused();

  await panel.getByRole("button", { name: "Copy the line that prints it" }).click();
  await expect
    .poll(() => copied(page))
    .toMatch(new RegExp(`^aws s3 cp 's3://[^']+\\.json\\.gz' - \\| gunzip \\| jq '[^']*"${event?.id}"\\)'$`));
});

test("a value of the record becomes a filter, the event stays open", async ({ page, query }) => {
  const [event] = await query(MEMBER_ADDED);
  const [counted] = await query(
    `SELECT count(*) AS events FROM shown_event JOIN action ON action.id = action_ref
     WHERE event_name = 'AssociateTeamMember' AND source_ip = (SELECT source_ip FROM event WHERE event_id = $1)`,
    [event?.id],
  );
  await page.goto(address(event?.id, "json"));
  await row(page, "sourceIPAddress").click();
  await row(page, "sourceIPAddress").getByRole("button", { name: "What to do with it" }).click();
  await page.getByRole("menuitem", { name: "Events with this address" }).click();
  await expect(page).toHaveURL(/[?&]ip=/);
  await expect(page).toHaveURL(/[?&]action=AssociateTeamMember/);
  await expect(page.getByText(new RegExp(`^${Number(counted?.events).toLocaleString("en-GB")} of `))).toBeVisible();
  await expect(row(page, "sourceIPAddress")).toBeVisible();

  // So does one of the facts; and what is excluded joins in.
  await panelOf(page).getByRole("tab", { name: "Facts" }).click();
  await panelOf(page)
    .getByRole("link", { name: /^Events whose Region is not/ })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]region=(!|%21)/);
  await expect(panelOf(page).getByRole("tab", { name: "Facts" })).toBeVisible();
});

test("what was around it opens in its place, and Escape goes back level by level", async ({ page, query }) => {
  const [event] = await query(MEMBER_ADDED);
  await page.goto(address(event?.id, "around"));
  const panel = panelOf(page);
  await expect(panel.getByRole("listitem").filter({ hasText: "this event" })).toBeVisible();
  await panel.getByRole("tab", { name: "Compare" }).click();
  await panel
    .getByRole("button", { name: /time .*by the same principal|time before on/ })
    .first()
    .click();
  await expect(page).toHaveURL(/against=/);
  await expect(panel.getByRole("heading", { name: /^\d+ differences?$/ })).toBeVisible();
  await expect(panel.getByText(".eventTime", { exact: true })).toBeVisible();
  await panel.getByRole("button", { name: "Copy as text" }).click();
  await expect.poll(() => copied(page)).toMatch(/^- \.eventTime: "/m);

  const link = page.locator(`table a[href="/events/${event?.id}"]`);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/against=|tab=/);
  await expect(panel.getByRole("tab", { name: "Facts" })).toHaveAttribute("aria-selected", "true");
  await expect(panel).toBeFocused();
  await page.keyboard.press("F6");
  await expect(link).toBeFocused();
  await page.keyboard.press("F6");
  await expect(panel).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page).not.toHaveURL(/event=/);
  await expect(link).toBeFocused();
});

test("its width is drawn by mouse and keys, and remembered", async ({ page, query }) => {
  const [event] = await query(MEMBER_ADDED);
  await page.goto(address(event?.id));
  const panel = panelOf(page);
  const width = async () => Math.round((await panel.boundingBox())?.width ?? 0);
  const edge = panel.getByRole("separator", { name: "Width of the event" });
  await expect(panel.getByRole("tab", { name: "Facts" })).toBeVisible();
  const before = await width();
  await edge.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(width).toBe(before + 64);
  const box = (await edge.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, 400);
  await page.mouse.down();
  await page.mouse.move(box.x - 96, 400, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBeGreaterThan(before + 140);
  const drawn = await width();
  await expect(edge).toHaveAttribute("aria-valuenow", String(drawn));
  await page.reload();
  await expect.poll(width).toBe(drawn);
  // At its widest it leaves the table its place beside the facets.
  await edge.focus();
  await page.keyboard.press("End");
  await expect.poll(width).toBeGreaterThan(drawn);
  expect((await page.getByRole("grid").locator("..").boundingBox())?.width).toBeGreaterThan(250);
});

test.describe("what can't be shown", () => {
  test.use({ expectedErrors: [/404|ERR_FAILED/] });

  test("is said, and asked for again", async ({ page, query }) => {
    const [event] = await query(MEMBER_ADDED);
    await page.route("**/detail", (route) => route.abort());
    await page.goto(address(event?.id));
    await expect(panelOf(page).getByText("The server does not answer")).toBeVisible();
    await page.unroute("**/detail");
    await panelOf(page).getByRole("button", { name: "Try again" }).click();
    await expect(panelOf(page).getByRole("tab", { name: "Facts" })).toBeVisible();
  });

  test("is said of an id that no event has", async ({ page }) => {
    await page.goto("/events?event=no-such-event");
    await expect(panelOf(page).getByText("There is no event with this id")).toBeVisible();
    await panelOf(page).getByRole("button", { name: "Close the event" }).click();
    await expect(panelOf(page)).toHaveCount(0);
  });
});

test("on a phone it is a drawer, which keeps the focus until it is closed", async ({ page, query }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const [event] = await query(MEMBER_ADDED);
  await page.goto(address(event?.id));
  const drawer = page.getByRole("dialog", { name: "Event" });
  await expect(drawer.getByRole("tab", { name: "Facts" })).toBeVisible();
  await expect.poll(() => drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await drawer.getByRole("button", { name: "Close the event" }).click();
  await expect(drawer).toHaveCount(0);
});

test("axe finds nothing on any side of it, wide or narrow, light or dark", async ({ page, query }) => {
  const [event] = await query(MEMBER_ADDED);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, address(event?.id));
  for (const tab of ["Facts", "JSON", "Around", "Compare"] as const) {
    await panelOf(page).getByRole("tab", { name: tab }).click();
    if (tab === "Compare")
      await panelOf(page)
        .getByRole("button", { name: /by the same principal/ })
        .first()
        .click();
    await expect(panelOf(page).getByRole("tabpanel").getByText(SIGNS[tab]).first()).toBeVisible();
    // Themes are colours and widths are places: each of both once.
    for (const [width, colorScheme] of [
      [1440, "light"],
      [390, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => overflow(page), `${tab} is wider than ${width} px`).toBeLessThanOrEqual(0);
      expect.soft(await violations(page, { part: PANEL }), `${tab}, ${width} px, ${colorScheme}`).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
});

test.describe("a hostile record", () => {
  test.use({ siteName: "hostile" });

  test("is shown as it is on every side, and nothing of it runs", async ({ page, query }) => {
    const events = await query("SELECT event_id AS id FROM event ORDER BY event_id LIMIT 1 OFFSET 14");
    const [first] = await query(
      "SELECT event_id AS id FROM event WHERE event_id LIKE '%script%' ORDER BY event_id LIMIT 1",
    );
    for (const { id } of [...events, first!]) {
      await open(page, `/events?${new URLSearchParams({ event: String(id) }).toString()}`);
      for (const tab of ["JSON", "Around", "Compare", "Facts"]) {
        await panelOf(page).getByRole("tab", { name: tab }).click();
        await expect(panelOf(page).getByRole("tabpanel", { name: tab })).toBeVisible();
        if (tab === "JSON") await row(page, "requestParameters").hover();
        expect(await offences(page), `${id} ${tab}`).toEqual([]);
      }
    }
  });
});
