import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";

const params = (page: Page) => new URL(page.url()).searchParams;
const picker = (page: Page) => page.getByRole("button", { name: /^(All times|Since|Until|Last|[-\d])/ }).first();
const dialog = (page: Page) => page.getByRole("dialog", { name: "Time range" });
const field = (page: Page) => dialog(page).getByRole("textbox", { name: "From when to when" });

test("a typed range is read aloud as it is typed, and becomes the filter", async ({ page, query }) => {
  await open(page, "/events");
  await picker(page).click();
  await expect(field(page)).toBeFocused();
  // The sample ends in 2024: that is the January that is meant.
  await field(page).fill("Jan 10 – Jan 12");
  await expect(dialog(page)).toContainText("from  2024-01-10 00:00:00 +00:00");
  await expect(dialog(page)).toContainText("until 2024-01-13 00:00:00 +00:00, 3 d");
  await field(page).press("Enter");
  await expect(page).toHaveURL(/from=2024-01-10/);
  expect([params(page).get("from"), params(page).get("to")]).toEqual(["2024-01-10T00:00:00Z", "2024-01-13T00:00:00Z"]);
  const [counted] = await query(
    "SELECT count(*) AS events FROM shown_event WHERE event_time >= '2024-01-10Z' AND event_time < '2024-01-13Z'",
  );
  await expect(page.locator("figcaption")).toContainText(`${counted?.events} events per 30 minutes`);

  await page.getByRole("button", { name: "Earlier, by the same length" }).click();
  await expect(page).toHaveURL(/from=2024-01-07.*to=2024-01-10/);
  await page.getByRole("button", { name: "Later, by the same length" }).click();
  await expect(page).toHaveURL(/from=2024-01-10.*to=2024-01-13/);

  await picker(page).click();
  await expect(field(page)).toHaveValue("2024-01-10 – 2024-01-12");
  await field(page).fill("3d");
  await field(page).press("Enter");
  await expect(page).toHaveURL(/from=-3d/);
  expect(params(page).get("to")).toBeNull();
  await expect(page.getByText("Nothing in this time range")).toBeVisible();
});

test("a timestamp out of a log finds what was around it", async ({ page, query }) => {
  const [event] = await query(
    "SELECT to_char(event_time AT TIME ZONE 'UTC', 'DD/Mon/YYYY:HH24:MI:SS +0000') AS text, event_id AS id FROM shown_event ORDER BY event_time LIMIT 1 OFFSET 500",
  );
  await open(page, "/events");
  await picker(page).click();
  await field(page).fill(`[${event?.text}]`);
  await expect(dialog(page)).toContainText("That second, with a minute before and after it");
  await dialog(page).getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/from=/);
  await expect(page.locator(`a[href*="${encodeURIComponent(event?.id ?? "")}"]`).first()).toBeVisible();
});

test("what isn't understood says what is, and axe finds nothing in it", async ({ page }) => {
  await open(page, "/events");
  await picker(page).click();
  await field(page).fill("31/07/2024");
  await field(page).press("Enter");
  await expect(dialog(page)).toContainText("“31/07/2024” is not understood as a time.");
  await expect(dialog(page)).toContainText("yesterday, last month, 2024-07");
  await expect(dialog(page)).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).include('[role="dialog"]').setLegacyMode(true);
    expect((await axe.analyze()).violations.map(({ id }) => id)).toEqual([]);
  }
});

test("the data's own span is a preset with its dates", async ({ page, query }) => {
  const [span] = await query(
    "SELECT min(event_time AT TIME ZONE 'UTC')::date AS first, max(event_time AT TIME ZONE 'UTC')::date AS last, count(*) AS events FROM shown_event",
  );
  await open(page, "/events");
  await picker(page).click();
  await dialog(page)
    .getByRole("button", { name: `All of the data: ${span?.first} – ${span?.last}` })
    .click();
  await expect(page).toHaveURL(new RegExp(`from=${span?.first}`));
  await expect(page.locator("figcaption")).toContainText(
    `${Number(span?.events).toLocaleString("en-GB")} events per week`,
  );
});

test("any zone can be found, moves the buckets, and times have UTC on hover", async ({ page }) => {
  await open(page, "/events?from=2024-01-10T00:00:00Z&to=2024-01-12T00:00:00Z");
  const chart = page.getByRole("slider", { name: /^Timeline/ });
  await chart.press("Home");
  await expect(chart).toHaveAttribute("aria-valuetext", /^2024-01-10 00:00:00 – 00:30:00 \+00:00, /);
  await page.getByRole("button", { name: /^Time zone/ }).click();
  const zones = page.getByRole("dialog", { name: "Time zone" });
  await zones.getByRole("combobox", { name: "Find a zone" }).fill("+05:45");
  await expect(zones.getByRole("option")).toHaveText([/Asia\/Kat(hm|m)andu\+05:45/]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).include('[role="dialog"]').setLegacyMode(true);
    expect((await axe.analyze()).violations.map(({ id }) => id)).toEqual([]);
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Time zone: Asia\/Kat(hm|m)andu \+05:45/ })).toBeVisible();
  await expect(page.locator("figcaption")).toContainText("+05:45");
  // Half hours of that zone's clocks, of which the range begins and ends within one.
  await chart.press("Home");
  await expect(chart).toHaveAttribute("aria-valuetext", /^2024-01-10 05:30:00 – 06:00:00 \+05:45, /);
  await expect(chart.locator(".hatched")).toHaveCount(2);

  const time = page.locator("main table time").first();
  await expect(time).toContainText("+05:45");
  await time.hover();
  await expect(time).toHaveAttribute("title", /^2024-01-1\dT[\d:]+Z, \d+ d ago$/);
});
