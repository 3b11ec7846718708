import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** The line of the open command bar. */
export function queryLine(page: Page): Locator {
  return page.getByRole("combobox", { name: "Filter as text" });
}

/** Opens the command bar by a key, once the page listens; it takes what is typed from then on. */
export async function openBar(page: Page, key = "Control+k"): Promise<void> {
  const bar = page.getByRole("button", { name: /^Filter as text/ });
  const isAlive = () => bar.evaluate((button) => Object.keys(button).some((name) => name.startsWith("__reactProps")));
  await expect.poll(isAlive).toBe(true);
  await page.keyboard.press(key);
}
