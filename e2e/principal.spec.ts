import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";

const count = (value: string | null | undefined) => Number(value).toLocaleString("en-GB");

test("a person's page has what they did beside what was done to them, and their teams", async ({ page, query }) => {
  const [person] = await query(
    `SELECT p.id, p.name, p.arn, count(*) AS changes FROM event e JOIN principal p ON p.arn = e.subject_arn
     WHERE e.access = 'write' AND NOT e.is_related GROUP BY p.id ORDER BY 4 DESC, p.id LIMIT 1`,
  );
  await open(page, `/principals/${person?.id}`);
  await expect(page.getByRole("heading", { name: "What they did" })).toBeVisible();
  await expect(
    page.getByRole("heading", { name: `What was done to them ${count(person?.changes)}`, exact: true }),
  ).toBeVisible();
  const [latest] = await query(
    `SELECT summary FROM event WHERE subject_arn = $1 AND access = 'write' ORDER BY event_time DESC, event_id DESC LIMIT 1`,
    [person?.arn ?? ""],
  );
  await page
    .getByRole("link", { name: latest?.summary ?? "", exact: true })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(latest?.summary ?? "");
  await page.getByRole("link", { name: "All about this person" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(person?.arn?.split("/").at(-1) ?? "");
  await page
    .getByRole("main")
    .getByRole("link", { name: person?.name ?? "", exact: true })
    .click();
  await expect(page).toHaveURL(new RegExp(`/principals/${person?.id}$`));
});

test("the hours of the week are a table whose numbers are all calls", async ({ page, query }) => {
  const [busiest] = await query(
    `SELECT principal_ref AS id, count(*) AS events FROM event WHERE NOT is_related GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
  );
  await open(page, `/principals/${busiest?.id}`);
  const week = page.getByRole("table", { name: /^Calls by weekday and hour/ });
  await expect(week.getByRole("row")).toHaveCount(8);
  const calls = await week.locator("tbody td .sr-only").allTextContents();
  expect(calls).toHaveLength(168);
  expect(calls.reduce((sum, text) => sum + Number(text.replaceAll(",", "")), 0)).toBe(Number(busiest?.events));
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(week.getByRole("row")).toHaveCount(25);
});

test("a value of a dossier leads to as many events", async ({ page, query }) => {
  const [found] = await query(
    `SELECT principal_ref AS id, client, count(*) AS events FROM event WHERE client = 'console' AND NOT is_related
     GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 1`,
  );
  await open(page, `/principals/${found?.id}`);
  const clients = page.getByRole("table", { name: "Clients by count" });
  const row = clients.getByRole("row", { name: /^Console/ });
  await row.getByRole("link", { name: count(found?.events), exact: true }).click();
  await expect(page.getByText(new RegExp(`^${count(found?.events)} of `))).toBeVisible();
  expect(new URL(page.url()).searchParams.get("client")).toBe("console");
});

test("behind a role stand people, and behind CodeStar's role nobody knows who", async ({ page, query }) => {
  const [sso] = await query(
    `SELECT principal_ref AS id, session_name FROM event WHERE issuer_arn LIKE '%/AWSReservedSSO\\_%' ORDER BY event_time DESC LIMIT 1`,
  );
  await open(page, `/principals/${sso?.id}`);
  const people = page.getByRole("table", { name: /^People behind the sessions/ });
  const person = people.getByRole("row").filter({ hasText: sso?.session_name ?? "" });
  await expect(person).toContainText("Certain");
  await expect(person).toContainText("Identity Center session name");

  // Not all of them: where CodeStar's role only called other services, there is no dossier.
  const [role] = await query(
    `SELECT principal_ref AS id FROM shown_event WHERE issuer_arn LIKE '%/aws-codestar-service-role' ORDER BY 1 LIMIT 1`,
  );
  await open(page, `/principals/${role?.id}`);
  await expect(page.getByText("Whoever clicked isn’t in these records.")).toBeVisible();
  await expect(people.getByRole("row").nth(1)).toContainText("Unknown");
});

test("somebody of whom only other services' records are kept has no dossier, and a way to those", async ({
  page,
  query,
}) => {
  const [hidden] = await query(
    `SELECT p.id, p.name, count(*) AS events FROM event e JOIN principal p ON p.id = e.principal_ref
     GROUP BY 1, 2 HAVING bool_and(e.is_related) ORDER BY 1 LIMIT 1`,
  );
  await open(page, `/principals/${hidden?.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(hidden?.name ?? "");
  await page.getByRole("link", { name: new RegExp(`^${count(hidden?.events)} events?$`) }).click();
  await expect(page.getByText(new RegExp(`^${count(hidden?.events)} of `))).toBeVisible();
});

test("somebody who never acted has a page, and an ARN that nobody has says so", async ({ page, query }) => {
  const [never] = await query(
    `SELECT subject_arn AS arn FROM event e WHERE subject_arn LIKE 'arn:aws:iam::%'
       AND NOT EXISTS (SELECT FROM principal p WHERE p.arn = e.subject_arn) ORDER BY event_time DESC LIMIT 1`,
  );
  const name = never?.arn?.split("/").at(-1) ?? "";
  await open(page, "/principals");
  await page
    .getByRole("table", { name: /^People who never acted/ })
    .getByRole("link", { name, exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Nobody whose present ARN this is has acted")).toBeVisible();
});

test.describe(() => {
  // The page of an ARN that no record names is a 404.
  test.use({ expectedErrors: [/404/] });

  test("an ARN in no record", async ({ page }) => {
    await page.goto("/principals/subject?arn=arn:aws:iam::111122223333:user/no-such-person");
    await expect(page.getByText("No record names this ARN")).toBeVisible();
  });
});
