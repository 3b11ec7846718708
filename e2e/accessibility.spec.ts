import type { Page } from "@playwright/test";
import { addressOf, EVERY_PAGE, open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";
import { violations } from "./violations.ts";

for (const kind of EVERY_PAGE) {
  test(`axe finds nothing on ${kind}, wide or narrow, light or dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, await addressOf(page, kind));
    // Widths and themes are media queries alone, so that one loading serves all four.
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => overflow(page), `${kind} is wider than ${width} px`).toBeLessThanOrEqual(0);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
  });
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
