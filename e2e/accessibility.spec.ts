import { addressOf, EVERY_PAGE, open } from "./every-page.ts";
import { test } from "./fixtures.ts";
import { openBar, queryLine } from "./open-bar.ts";
import { judge } from "./violations.ts";

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
    await openBar(page);
    await queryLine(page).pressSequentially(typed);
    if (state === "with errors") await page.keyboard.press("Enter");
    else await page.getByText("How to write it").click();
    await page.waitForLoadState("networkidle");
    await judge(page, "the command bar");
  });
}
