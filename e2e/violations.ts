import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** Axe runs in the page itself: without frames that finds the same, and no results travel through a second page. */
export async function violations(page: Page): Promise<string[]> {
  await expect(page.locator("iframe, frame")).toHaveCount(0);
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const found = (await axe.analyze()).violations;
  return found.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}
