import type { Page } from "@playwright/test";
import { addressOf, EVERY_PAGE, open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";
import { violations } from "./violations.ts";

for (const kind of EVERY_PAGE) {
  test(`axe finds nothing on ${kind}, wide or narrow, light or dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, await addressOf(page, kind));
    await judge(page, kind);
  });
}

for (const [state, typed] of [
  ["with names", ""],
  ["with values", "action:"],
  ["with errors", 'prject:shop outcome:maybe from:soon "remote'],
  ["with nothing that fits", "project:nothing-is-called-so"],
] as const) {
  test(`axe finds nothing in the command bar ${state}, wide or narrow, light or dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, "/events?outcome=failure");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Filter as text" }).pressSequentially(typed);
    if (state === "with errors") await page.keyboard.press("Enter");
    else await page.getByText("How to write it").click();
    await page.waitForLoadState("networkidle");
    await judge(page, "the command bar");
  });
}

/** Widths and themes are media queries alone, so that one loading serves all four. */
async function judge(page: Page, what: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => overflow(page), `${what} is wider than ${width} px`).toBeLessThanOrEqual(0);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
