import { parse } from "csv-parse/sync";
import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";

test("a burst of refused calls is found, and leads to exactly its events", async ({ page, query }) => {
  const [burst] = await query(
    `SELECT count(*) AS calls FROM event WHERE error_code LIKE 'AccessDenied%' AND event_time BETWEEN '2023-10-14 02:00Z' AND '2023-10-14 03:00Z'`,
  );
  await open(page, "/findings");
  await page.getByRole("link", { name: "Bursts of AccessDenied" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bursts of AccessDenied");
  await expect(page.locator("main ol > li")).toHaveCount(1);
  await page.getByRole("link", { name: `All ${burst?.calls} events` }).click();
  await expect(page).toHaveURL(/\/events\?.*error=AccessDenied/);
  await expect(page.getByText(new RegExp(`^${burst?.calls} of `))).toBeVisible();
});

test("thresholds are asked for in the address, and only where they differ", async ({ page }) => {
  await open(page, "/findings/denied-burst");
  await page.getByLabel("At least (refused calls)").fill("1000");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/\/findings\/denied-burst\?denied=1000$/);
  await expect(page.getByText("None", { exact: true })).toBeVisible();
  await expect(page.getByText("All events were looked at")).toContainText(
    "At least 1,000 refused calls · Within 5 minutes",
  );
  await open(page, "/findings/denied-burst?denied=0&colour=red");
  await expect(
    page.getByRole("alert").filter({ hasText: "denied must be a whole number from 2 to 10000" }),
  ).toBeVisible();
  await expect(page.locator("main ol > li")).toHaveCount(1);
});

test("every question has a case in the sample", async ({ request }) => {
  const response = await request.get("/api/findings");
  const { kinds } = (await response.json()) as { kinds: { kind: string; findings: number }[] };
  expect(kinds.filter(({ findings }) => findings === 0)).toEqual([]);
});

test("an access review is made for paper and comes as CSV", async ({ page, request, query }) => {
  const [project] = await query(
    `SELECT p.account_id || '/' || p.region || '/' || p.project_id AS name, count(*) AS changes
     FROM event e JOIN project p ON p.id = e.project_ref JOIN action a ON a.id = e.action_ref
     WHERE a.event_name IN ('AssociateTeamMember', 'UpdateTeamMember', 'DisassociateTeamMember') AND e.outcome = 'success'
       AND e.event_time >= '2023-03-01Z' AND e.event_time < '2024-01-01Z'
     GROUP BY p.id ORDER BY 2 DESC, 1 LIMIT 1`,
  );
  await open(page, `/projects/${project?.name}`);
  await page.getByRole("link", { name: "Access review" }).click();
  await page.getByLabel("From, UTC").fill("2023-03-01");
  await page.getByLabel("Until, UTC, not included").fill("2024-01-01");
  await page.getByRole("button", { name: "Show this period" }).click();
  await expect(page).toHaveURL(/review\?from=2023-03-01&to=2024-01-01$/);
  const changes = page.getByRole("table", { name: "Grants, changes and removals" });
  await expect(changes.locator("tbody")).toHaveCount(Number(project?.changes));

  const href = await page.getByRole("link", { name: "Download CSV" }).getAttribute("href");
  const response = await request.get(href ?? "");
  expect(response.headers()["content-disposition"]).toMatch(/^attachment; filename="access-review-.*\.csv"$/);
  const rows = parse<Record<string, string>>(await response.text(), { columns: true, record_delimiter: "\r\n" });
  expect(rows.filter(({ part }) => part === "change")).toHaveLength(Number(project?.changes));

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("region", { name: "Signatures" })).toBeVisible();
});
