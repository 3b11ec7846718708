import { AxeBuilder } from "@axe-core/playwright";
import { everyPage, open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing on any page, ${colorScheme}, ${width} px`, async ({ page }) => {
      test.setTimeout(600_000);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      for (const address of await everyPage(page)) {
        await open(page, address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${address}: ${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
        );
        expect.soft(found).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(overflow, `${address} is wider than its window`).toBeLessThanOrEqual(0);
      }
    });
  }
}
