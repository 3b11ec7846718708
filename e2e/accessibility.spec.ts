import { addressOf, EVERY_PAGE, open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";
import { openBar, queryLine } from "./open-bar.ts";
import { judge, overflow, violations } from "./violations.ts";

for (const kind of EVERY_PAGE) {
  test(`axe finds nothing on ${kind}, wide or narrow, light or dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, await addressOf(page, kind));
    await judge(page, kind);
  });
}

test("axe finds nothing on the choice of columns, wide, light or dark", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "/events");
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Columns" }).getByRole("checkbox").first()).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await violations(page), colorScheme).toEqual([]);
  }
});

test("axe finds nothing on paper, and nothing is wider than it", async ({ page }) => {
  await open(page, "/events?outcome=failure");
  await page.setViewportSize({ width: 1046, height: 718 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByText(/matching events/)).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
});

for (const [state, typed] of [
  ["with names", ""],
  ["with values", "action:"],
  ["with errors", 'prject:shop outcome:maybe from:soon "remote'],
  ["with nothing that fits", "project:nothing-is-called-so"],
] as const) {
  test(`axe finds nothing in the command bar ${state}, wide or narrow, light or dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, "/events?outcome=failure");
    await openBar(page);
    await queryLine(page).pressSequentially(typed);
    if (state === "with errors") await page.keyboard.press("Enter");
    else await page.getByText("How to write it").click();
    await page.waitForLoadState("networkidle");
    await judge(page, "the command bar");
  });
}
