import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { violations } from "./violations.ts";

const trigger = (page: Page) => page.getByRole("search").getByRole("button", { name: /^Views?(: |$)/ });

async function openMenu(page: Page): Promise<Locator> {
  await trigger(page).click();
  const menu = page.getByRole("dialog", { name: "Saved views" });
  await expect(menu.getByRole("textbox", { name: "Name for what is shown now" })).toBeFocused();
  return menu;
}

/** Views are the site's, so that every run and every test names its own. */
const nameOf = (text: string) => `${text} ${crypto.randomUUID().slice(0, 8)}`;

test("a view is saved, shared, changed, renamed, pinned and deleted", async ({ page, browser, query }) => {
  const name = nameOf("Failed writes");
  await page.goto("/events?outcome=failure&access=write");
  const menu = await openMenu(page);
  await expect(menu.getByText(/no sign-in yet: whoever can open this page sees these views/)).toBeVisible();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(trigger(page)).toHaveText(`View: ${name}`);
  const [row] = await query("SELECT id, query FROM saved_view WHERE name = $1", [name]);
  expect(row?.query).toBe("outcome=failure&access=write");
  await expect(page).toHaveURL(`/events?outcome=failure&access=write&view=${row?.id}`);

  const other = await browser.newPage();
  await other.goto(new URL(`/views/${row?.id}`, page.url()).href);
  await expect(other).toHaveURL(/\/events\?outcome=failure&access=write&view=/);
  await expect(trigger(other)).toHaveText(`View: ${name}`);
  await other.close();

  // What it shows is changed: taken back, then saved.
  const access = page.getByRole("group", { name: "Access" });
  await access.getByRole("radio", { name: "Reads" }).check({ force: true });
  await expect(page.getByText("changed:")).toBeVisible();
  await page.getByRole("link", { name: "Reset" }).click();
  await expect(page.getByText("changed:")).toBeHidden();
  await expect(access.getByRole("radio", { name: "Writes" })).toBeChecked();
  await access.getByRole("radio", { name: "Reads" }).check({ force: true });
  await page.getByRole("search").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("changed:")).toBeHidden();
  const [changed] = await query("SELECT query FROM saved_view WHERE id = $1", [row?.id]);
  expect(changed?.query).toBe("access=read&outcome=failure");

  await openMenu(page);
  await menu.getByRole("button", { name: `Rename ${name}` }).click();
  await page.keyboard.press("End");
  await page.keyboard.type(" 2");
  await page.keyboard.press("Enter");
  await expect(menu.getByRole("link", { name: `${name} 2` })).toBeFocused();
  await menu.getByRole("button", { name: `Pin ${name} 2` }).click();
  await expect(menu.getByRole("button", { name: `Unpin ${name} 2` })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(trigger(page)).toBeFocused();
  await page.goto("/");
  await page
    .getByRole("navigation", { name: "Pinned views" })
    .getByRole("link", { name: `${name} 2` })
    .click();
  await expect(page).toHaveURL(/access=read&outcome=failure&view=/);

  await openMenu(page);
  await menu.getByRole("button", { name: `Delete ${name} 2` }).click();
  await menu.getByRole("button", { name: "Keep" }).click();
  await menu.getByRole("button", { name: `Delete ${name} 2` }).click();
  await menu.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(menu.getByRole("link", { name: `${name} 2` })).toHaveCount(0);
  await expect(menu.getByRole("textbox", { name: "Name for what is shown now" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByText("There is no view of this link; it may have been deleted.")).toBeVisible();
  await expect(page).toHaveURL(/outcome=failure/);
});

test("a view that names what no longer exists opens with the rest, and says what was left out", async ({
  page,
  query,
}) => {
  const [name, id] = [nameOf("From another version"), `old${crypto.randomUUID().slice(0, 8)}`];
  const kept = "colour=red&outcome=failure&access=sideways&columns=hue";
  await query("INSERT INTO saved_view (id, name, name_key, query) VALUES ($1, $2::text, lower($2), $3)", [
    id,
    name,
    kept,
  ]);
  await page.goto(`/views/${id}`);
  await expect(page).toHaveURL(`/events?${kept}&view=${id}`);
  await expect(trigger(page)).toHaveText(`View: ${name}`);
  await expect(page.getByText("Left out of the filter: colour=red, there is no filter named colour.")).toBeVisible();
  await expect(page.getByText("Left out of the filter: access=sideways, access must be read or write.")).toBeVisible();
  const [failures] = await query("SELECT count(*) AS n FROM shown_event WHERE outcome = 'failure'");
  const count = Number(failures?.n).toLocaleString("en-GB");
  await expect(page.getByText(new RegExp(`^${count} of [\\d,]+ events$`))).toBeVisible();
  await expect(page.getByText("changed:")).toBeHidden();
  const [after] = await query("SELECT query FROM saved_view WHERE id = $1", [id]);
  expect(after?.query).toBe(kept);
  await query("DELETE FROM saved_view WHERE id = $1", [id]);
});

test("a link to a view that is gone leads to the events and says so", async ({ page }) => {
  await page.goto("/views/nothing%0D%0Ahere");
  await expect(page).toHaveURL("/events?view=nothing%0D%0Ahere");
  await expect(page.getByText("There is no view of this link; it may have been deleted.")).toBeVisible();
});

test("another site's page can neither make nor change nor delete a view", async ({ request, query }) => {
  const headers = { Origin: "http://evil.example" };
  const name = nameOf("Evil");
  for (const method of ["POST", "PATCH", "DELETE"]) {
    const address = method === "POST" ? "/api/views" : "/api/views/any";
    const answer = await request.fetch(address, { method, headers, data: { name, query: "" } });
    expect(answer.status(), method).toBe(403);
  }
  expect(await query("SELECT FROM saved_view WHERE name = $1", [name])).toEqual([]);
});

test.describe("a name that is taken", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("is said in the menu, which axe finds nothing on", async ({ page, query }) => {
    const name = nameOf("<b>Taken</b> \u202e");
    await query(
      "INSERT INTO saved_view (id, name, name_key, query, is_pinned) VALUES ($1, $2::text, lower($2), '', true)",
      [`t${crypto.randomUUID().slice(0, 8)}`, name],
    );
    await page.goto("/events");
    const menu = await openMenu(page);
    await page.keyboard.insertText(name.toUpperCase());
    await page.keyboard.press("Enter");
    await expect(menu.getByRole("alert")).toContainText("There is a view named");
    for (const [width, colorScheme] of [
      [1440, "light"],
      [390, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
    await query("DELETE FROM saved_view WHERE name = $1", [name]);
  });
});
