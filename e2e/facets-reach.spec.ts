import { open } from "./every-page.ts";
import { boxes, section } from "./facet-section.ts";
import { expect, test } from "./fixtures.ts";
import { violations } from "./violations.ts";

test("on a phone the values open over the page, and what is chosen there counts", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "/events");
  const button = page.getByRole("button", { name: /^Filters/ });
  await button.click();
  const sheet = page.getByRole("dialog", { name: "Narrow by value" });
  await expect(boxes(section(page, "Project")).first()).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await violations(page), colorScheme).toEqual([]);
  }
  await boxes(section(page, "Principal")).first().check();
  await expect(page).toHaveURL(/principal=/);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(button).toBeFocused();
  await expect(button).toHaveText("Filters (1)");
});

test("every section open, with values in and out: axe finds nothing", async ({ page }) => {
  await open(page, "/events?project=shpo&action=*Project*&outcome=!success&region=!nowhere");
  for (const label of ["Source", "Account", "Region", "Access", "Outcome", "Error", "Address", "Access key"])
    await section(page, label)
      .getByRole("button", { name: new RegExp(`^${label}`) })
      .click();
  await page.waitForLoadState("networkidle");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await violations(page), colorScheme).toEqual([]);
  }
});

test("a question mark lists the keys, except in a text, and Escape leads back", async ({ page }) => {
  await open(page, "/projects");
  const sheet = page.getByRole("dialog", { name: "Keyboard" });
  await page.keyboard.press("?");
  await expect(sheet).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await violations(page), colorScheme).toEqual([]);
  }
  for (let stop = 0; stop < 6; stop++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("dialog, body")?.localName)).not.toBe("main");
  }
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.getByRole("button", { name: "Keyboard" }).click();
  await sheet.getByRole("checkbox").uncheck();
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("button", { name: "Keyboard" })).toBeFocused();
  await page.keyboard.press("?");
  await page.keyboard.press("Tab");
  await expect(sheet).toBeHidden();

  await page.getByRole("button", { name: "Keyboard" }).click();
  await sheet.getByRole("checkbox").check();
  await page.keyboard.press("Escape");
  await page.goto("/events");
  await section(page, "Project").getByRole("searchbox").fill("");
  await page.keyboard.type("?f");
  await expect(section(page, "Project").getByRole("searchbox")).toHaveValue("?f");
  await expect(sheet).toBeHidden();
});
