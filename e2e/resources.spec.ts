import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";

const count = (value: string | null | undefined) => Number(value).toLocaleString("en-GB");

/** A connection that repository links were made through, and how many events name it in either spelling. */
const LINKED = `SELECT key, count(*) AS events,
    min(resource_arn) FILTER (WHERE resource_arn LIKE '%:codestar-connections:%:connection/%') AS spelled
  FROM shown_event CROSS JOIN unnest(resource_keys) AS key
  WHERE key LIKE '%:connection/%' AND key IN (
    SELECT unnest(resource_keys) FROM event e JOIN action a ON a.id = e.action_ref
    WHERE a.event_name = 'CreateRepositoryLink' AND e.outcome = 'success')
  GROUP BY key HAVING count(DISTINCT resource_arn) > 0 ORDER BY 2 DESC LIMIT 1`;

test("the list has each resource once, and finds it by kind and by words", async ({ page, query }) => {
  const [connections] = await query(
    `SELECT count(DISTINCT key) AS n FROM event CROSS JOIN unnest(resource_keys) AS key WHERE key LIKE '%:connection/%'`,
  );
  await open(page, "/resources");
  await page.getByRole("navigation", { name: "Kinds" }).getByRole("link", { name: "Connections" }).click();
  const rows = page.getByRole("table", { name: /^Connections/ }).locator("tbody tr");
  await expect(rows).toHaveCount(Number(connections?.n));
  await expect(page.getByRole("table")).toHaveCount(1);
  const name = (await rows.first().getByRole("link").first().textContent()) ?? "";
  const search = page.getByRole("searchbox", { name: "Name, ARN or provider" });
  await search.fill(name);
  await search.press("Enter");
  await expect(page).toHaveURL(/kind=connection.*search=/);
  await expect(rows.filter({ hasText: name })).toHaveCount(1);
  await search.fill("nothing has this");
  await search.press("Enter");
  await expect(page.getByText("Nothing matches")).toBeVisible();
});

test("both spellings lead to one page, whose numbers are the database's", async ({ page, query }) => {
  const [connection] = await query(LINKED);
  const address = (arn: string | null | undefined) => `/resources/view?${new URLSearchParams({ arn: arn ?? "" })}`;
  await open(page, address(connection?.spelled));
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  expect(heading).toMatch(/^Connection /);
  await expect(page.getByText(connection?.spelled ?? "", { exact: true })).toBeVisible();
  await open(page, address(connection?.key));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading ?? "");
  await page.getByRole("link", { name: `${count(connection?.events)} events`, exact: true }).click();
  await expect(page.getByText(new RegExp(`^${count(connection?.events)} of `))).toBeVisible();
});

test("what belongs together leads from one to the other, and a use to who it was", async ({ page, query }) => {
  const [connection] = await query(LINKED);
  await open(page, `/resources/view?${new URLSearchParams({ arn: connection?.key ?? "" })}`);
  const users = page.getByRole("table", { name: "Who used it, by count" });
  await expect(users.locator('a[href^="/principals/"]').first()).toBeVisible();
  await page
    .getByRole("table", { name: "Resources that belong to it" })
    .getByRole("row", { name: /Repository link/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Repository link ");
  await page
    .getByRole("table", { name: "Resources that belong to it" })
    .getByRole("row", { name: /Connection/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(encodeURIComponent(connection?.key ?? "").slice(-36)));
});

test("an event leads to the page of its resource, an unknown ARN to a way on", async ({ page, query }) => {
  const [event] = await query(
    `SELECT e.event_id AS id FROM shown_event e JOIN action a ON a.id = e.action_ref
     WHERE a.event_name = 'DeleteConnection' AND e.outcome = 'success' LIMIT 1`,
  );
  await open(page, `/events/${event?.id}`);
  await page.getByRole("link", { name: "All about this resource" }).click();
  await expect(page.getByText("Deleted", { exact: true }).first()).toBeVisible();
  await expect(page.locator(`main a[href="/events/${event?.id}"]`).first()).toBeVisible();
  await open(page, "/resources/view?arn=arn:aws:codeconnections:eu-west-1:111122223333:connection/none");
  await expect(page.getByText("No event names this resource")).toBeVisible();
  await page.getByRole("link", { name: "all resources" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Resources" })).toBeVisible();
});
