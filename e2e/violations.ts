import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** The rules that look at colours. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What axe finds in a page, or in a part of it. It runs in the page itself: without frames that finds the same, and no results travel through a second page. */
export async function violations(
  page: Page,
  { part, rules }: { part?: string; rules?: string[] } = {},
): Promise<string[]> {
  await expect(page.locator("iframe, frame")).toHaveCount(0);
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ["violations"],
    ...(rules && { runOnly: rules }),
  });
  if (part !== undefined) axe.include(part);
  const found = (await axe.analyze()).violations;
  return found.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** Nothing is wider than its window, and axe finds nothing: wide or narrow, light or dark. */
export async function judge(page: Page, what: string): Promise<void> {
  // Widths and themes are media queries alone, so that one loading serves all. Themes are colours and widths are places:
  // each of both once in full, and the colours of all four.
  for (const [width, whole, colours] of [
    [1440, "light", "dark"],
    [390, "dark", "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => overflow(page), `${what} is wider than ${width} px`).toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: colours });
    expect.soft(await violations(page, { rules: COLOURS }), `${what}, ${width} px, ${colours}`).toEqual([]);
    await page.emulateMedia({ colorScheme: whole });
    expect.soft(await violations(page), `${what}, ${width} px, ${whole}`).toEqual([]);
  }
}
