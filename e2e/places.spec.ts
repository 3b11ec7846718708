import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";

const count = (value: string | null | undefined) => Number(value).toLocaleString("en-GB");

test("every place is a step away, and says where one is", async ({ page }) => {
  await page.goto("/");
  const nav = page.getByRole("navigation", { name: "Main" });
  for (const name of ["Events", "Projects", "Principals", "Resources", "Findings", "Sync", "Overview"]) {
    await nav.getByRole("link", { name }).click();
    await expect(nav.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  }
});

test("the overview's totals are the database's, and lead to their events", async ({ page, query }) => {
  const [totals] = await query(
    `SELECT count(*) AS events, count(*) FILTER (WHERE outcome = 'failure') AS failures,
       count(*) FILTER (WHERE access = 'write') AS writes, count(DISTINCT project_ref) AS projects,
       count(DISTINCT principal_ref) AS principals FROM shown_event`,
  );
  await page.goto("/");
  for (const name of ["events", "failures", "writes", "projects", "principals"]) {
    await expect(page.getByRole("link", { name: `${count(totals?.[name])} ${name}`, exact: true })).toBeVisible();
  }
  await page.getByRole("link", { name: `${count(totals?.failures)} failures`, exact: true }).click();
  await expect(page).toHaveURL(/outcome=failure/);
  await expect(page.getByText(`${count(totals?.failures)} of ${count(totals?.events)} events`)).toBeVisible();
});

test("a project's page counts what the database has of it", async ({ page, query }) => {
  const projects = await query(
    `SELECT p.project_id AS id, p.account_id || '/' || p.region || '/' || p.project_id AS name, count(*) AS events
     FROM shown_event e JOIN project p ON p.id = e.project_ref GROUP BY p.id ORDER BY 3 DESC`,
  );
  const [busiest] = projects;
  await open(page, "/projects");
  await expect(page.locator("main tbody tr")).toHaveCount(projects.length);
  await page.locator(`main tbody a[href="/projects/${busiest?.name}"]`).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(busiest?.id ?? "");
  await page.getByRole("link", { name: new RegExp(`^${count(busiest?.events)} events$`) }).click();
  await expect(page.getByText(new RegExp(`^${count(busiest?.events)} of `))).toBeVisible();
  expect(new URL(page.url()).searchParams.get("project")).toBe(busiest?.name);
});

test("a principal's page counts actions, and each leads to its events", async ({ page, query }) => {
  const [role] = await query(
    `SELECT p.id, p.name, p.key, count(*) AS events FROM shown_event e JOIN principal p ON p.id = e.principal_ref
     WHERE p.type = 'AssumedRole' GROUP BY p.id ORDER BY 4 DESC LIMIT 1`,
  );
  const [action] = await query(
    `SELECT a.event_name AS name, count(*) AS events FROM shown_event e JOIN action a ON a.id = e.action_ref
     WHERE e.principal_ref = $1 GROUP BY a.id ORDER BY 2 DESC, 1 LIMIT 1`,
    [role?.id],
  );
  await open(page, `/principals?search=${encodeURIComponent(role?.key ?? "")}`);
  await page.locator('main tbody a[href^="/principals/"]').first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(role?.name ?? "");
  await expect(page.getByRole("heading", { name: /^Sessions/ })).toBeVisible();
  const actions = page.getByRole("table", { name: "Actions by count" });
  const row = actions
    .locator("tr")
    .filter({ hasText: action?.name ?? "" })
    .first();
  await row.getByRole("link", { name: count(action?.events), exact: true }).click();
  await expect(page.getByText(new RegExp(`^${count(action?.events)} of `))).toBeVisible();
});
