import { expect, test } from "./fixtures.ts";
import { eventRows, openTable } from "./table-page.ts";

// Code that comes once it is wanted may be wanted when the connection is gone.

test.use({ expectedErrors: [/ERR_FAILED|Failed to load|chunk/i] });

for (const { what, button, dialog, lost } of [
  { what: "the export", button: "Export", dialog: "Export events", lost: "The export could not be loaded." },
  { what: "the choice of columns", button: "Columns", dialog: "Columns", lost: "This menu could not be loaded." },
]) {
  test(`${what} says that it is lost, the page stays, and it comes with another try`, async ({ page }) => {
    await openTable(page, "/events");
    await page.waitForLoadState("networkidle");
    await page.route(/\/_next\/static\//, (route) => route.abort());
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(page.getByRole("alert").getByText(lost)).toBeVisible();
    await expect(eventRows(page).first()).toBeVisible();
    await page.unroute(/\/_next\/static\//);
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
  });
}

test("an open event whose code is lost takes nothing else along", async ({ page }) => {
  await openTable(page, "/events");
  await page.waitForLoadState("networkidle");
  await page.route(/\/_next\/static\//, (route) => route.abort());
  await eventRows(page).first().locator('a[href^="/events/"]').click();
  await expect(page.getByText("The event could not be loaded").first()).toBeVisible();
  await expect(eventRows(page).nth(4)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Filter as text/ })).toBeVisible();
});
