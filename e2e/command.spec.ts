import type { Page } from "@playwright/test";
import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";
import { openBar, queryLine as line } from "./open-bar.ts";

const bar = (page: Page) => page.getByRole("button", { name: /^Filter as text/ });
const chips = (page: Page) => page.getByRole("list", { name: "Filters" });
const chosen = (page: Page) => page.getByRole("listbox").locator("[role=option][aria-selected=true]");

test("by keyboard alone a filter is typed with what completes it, and text, chips, address and count agree", async ({
  page,
  query,
}) => {
  const [counted] = await query(
    `SELECT count(*) AS events FROM shown_event JOIN action ON action.id = action_ref
     WHERE event_name = 'DeleteProject' AND outcome = 'failure'`,
  );
  await open(page, "/events");
  await openBar(page);
  await expect(line(page)).toBeFocused();

  await page.keyboard.type("out");
  await expect(page.getByRole("option", { name: /^outcome:/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(line(page)).toHaveValue("outcome:");
  await page.keyboard.type("fail");
  await expect(page.getByRole("option", { name: /^failure/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(line(page)).toHaveValue("outcome:failure ");

  await page.keyboard.type("action:Delete");
  // Counted under the rest of what is typed, which the page doesn't show yet.
  await expect(
    page.getByRole("option", { name: `DeleteProject ${Number(counted?.events).toLocaleString("en-GB")}`, exact: true }),
  ).toBeVisible();
  await expect(chosen(page)).toHaveText("Show these events");
  while (!(await chosen(page).innerText()).startsWith("DeleteProject")) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(line(page)).toHaveValue("outcome:failure action:DeleteProject ");
  await expect(page.getByText("Failures of DeleteProject", { exact: true })).toBeVisible();

  await page.keyboard.press("Enter");
  await expect(line(page)).toBeHidden();
  await expect(bar(page)).toBeFocused();
  await expect(bar(page)).toContainText("action:DeleteProject outcome:failure");
  const { searchParams } = new URL(page.url());
  expect([searchParams.get("action"), searchParams.get("outcome")]).toEqual(["DeleteProject", "failure"]);
  await expect(chips(page)).toContainText(/ActionisDeleteProject.*OutcomeisFailure/i);
  await expect(page.getByText(new RegExp(`^${Number(counted?.events).toLocaleString("en-GB")} of `))).toBeVisible();

  // And the other way round: a chip is turned, and the text says so.
  await chips(page).getByRole("link", { name: "is", exact: true }).first().click();
  await expect(bar(page)).toContainText("!action:DeleteProject outcome:failure");
});

test("what isn't understood is named at its place, and nothing is applied until it is mended", async ({ page }) => {
  await open(page, "/events");
  await openBar(page, "/");
  await page.keyboard.type("outcome:failure prject:shop x");
  await expect(page.getByText("there is no filter named prject; did you mean project?")).toBeVisible();
  await expect(page.locator(".decoration-wavy")).toHaveText("prject");
  await page.keyboard.press("Enter");
  await expect(line(page)).toHaveAttribute("aria-invalid", "true");
  expect(new URL(page.url()).search).toBe("");
  // Enter leads to the place: what is typed there replaces it.
  await page.keyboard.type("project");
  await expect(line(page)).toHaveValue("outcome:failure project:shop x");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/project=shop/);
  await expect(page).toHaveURL(/q=x/);
});

test("what was applied is offered again, and can be forgotten", async ({ page }) => {
  await open(page, "/events");
  for (const text of ["action:CreateProject", "DeleteProject access:write"]) {
    await openBar(page);
    await line(page).fill(text);
    await page.keyboard.press("Enter");
    await expect(line(page)).toBeHidden();
  }
  await page.reload();
  await openBar(page);
  await line(page).fill("");
  const recent = page.getByRole("group", { name: "Recent" }).getByRole("option");
  await expect(recent).toHaveText(["access:write DeleteProject", "action:CreateProject"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Delete");
  await expect(recent).toHaveText(["action:CreateProject"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(line(page)).toHaveValue("action:CreateProject ");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/action=CreateProject$/);
});

test("Escape closes one level, and leaves the filter as it was", async ({ page }) => {
  await open(page, "/events?outcome=failure");
  await openBar(page);
  await expect(line(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(bar(page)).toBeFocused();
  await page.keyboard.type("a");
  await expect(line(page)).toHaveValue("outcome:failure a");
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).not.toHaveText("Show these events");
  await page.keyboard.press("Escape");
  await expect(chosen(page)).toHaveText("Show these events");
  await page.keyboard.press("Escape");
  await expect(line(page)).toBeHidden();
  await expect(bar(page)).toBeFocused();
  expect(new URL(page.url()).search).toBe("?outcome=failure");
});

test("several values are united, lines that are pasted become one, and Home and End stay in the text", async ({
  page,
}) => {
  await open(page, "/events");
  await openBar(page);
  await page.keyboard.type("access:re");
  await expect(page.getByRole("option", { name: /^read/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type(",wr");
  await expect(page.getByRole("option", { name: /^write/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(line(page)).toHaveValue("access:read,write ");
  await page.keyboard.press("Home");
  await page.keyboard.type("x ");
  await expect(line(page)).toHaveValue("x access:read,write ");
  await line(page).fill("");
  await line(page).evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "project:a\nproject:b\n");
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(line(page)).toHaveValue("project:a project:b");
});

test("a name that nothing has is a hint, and what is spelled nearly so is one press away", async ({ page, query }) => {
  const [project] = await query(
    `SELECT project_id AS id FROM shown_event e JOIN project p ON p.id = e.project_ref
     WHERE length(project_id) BETWEEN 6 AND 20 GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const id = String(project?.id);
  const wrong = `${id.slice(0, 2)}${id.charAt(3)}${id.charAt(2)}${id.slice(4)}`;
  await open(page, "/events");
  await openBar(page);
  await page.keyboard.type(`project:${wrong} `);
  await expect(page.getByText(`No event has project ${wrong}; nearest: ${id}`)).toBeVisible();
  await page.getByRole("button", { name: id, exact: true }).click();
  await expect(line(page)).toHaveValue(`project:${id} `);
});

test.describe("hostile values", () => {
  test.use({ siteName: "hostile" });

  test("are offered, chosen and written so that nothing of them hides", async ({ page }) => {
    await open(page, "/events");
    await openBar(page);
    await page.keyboard.type("ip:right");
    const option = page.getByRole("option").filter({ has: page.locator('[data-code="U+202E"]') });
    await option.first().click();
    await expect(line(page)).toHaveValue(String.raw`ip:"right\u{202e}to left" `);
    await page.keyboard.press("Enter");
    await expect(bar(page)).toContainText(String.raw`ip:"right\u{202e}to left"`);
    expect(new URL(page.url()).searchParams.get("ip")).toBe("right\u202eto left");
    await expect(page.locator("table tbody tr").first()).toBeVisible();
  });
});
