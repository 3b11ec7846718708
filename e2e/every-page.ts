import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** One address of every kind of page; details are the first that a list leads to. */
export async function everyPage(page: Page): Promise<string[]> {
  const details: string[] = [];
  for (const list of ["/events", "/projects", "/principals"]) {
    await page.goto(list);
    const link = page.locator(`main table tbody a[href^="${list}/"]`).first();
    await expect(link).toBeVisible();
    details.push((await link.getAttribute("href")) ?? "");
  }
  return ["/", "/events", "/events?outcome=failure&access=write", "/projects", "/principals", "/sync", ...details];
}

/** Goes there and waits until everything is in, charts and facets too, so that nothing is judged half drawn. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
  await expect(page.getByRole("main")).toBeVisible();
}
