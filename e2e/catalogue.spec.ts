import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";

const count = (value: string | null | undefined) => Number(value).toLocaleString("en-GB");

test("the catalogue counts what the database has of an action, and leads there", async ({ page, query }) => {
  const [action] = await query(
    `SELECT count(*) AS events FROM event e JOIN action a ON a.id = e.action_ref
     WHERE a.event_name = 'GetConnection' AND a.event_source LIKE 'code%connections.amazonaws.com'`,
  );
  await open(page, "/catalogue");
  const row = page.getByRole("table", { name: "Actions of Connections" }).getByRole("row", { name: /^GetConnection / });
  await row.getByRole("link", { name: count(action?.events), exact: true }).click();
  await expect(page.getByText(new RegExp(`^${count(action?.events)} of `))).toBeVisible();
});

test("the catalogue is reached from the sync", async ({ page }) => {
  await open(page, "/sync");
  await page.getByRole("link", { name: "catalogue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Catalogue" })).toBeVisible();
});

test("a removal says what the member was, marked as inferred, and leads to the event that says so", async ({
  page,
  query,
}) => {
  // One whose member was given a role before: the newest such event is the evidence.
  const [removal] = await query(
    `SELECT e.event_id, given.event_id AS evidence, given.summary FROM event e JOIN action a ON a.id = e.action_ref
     CROSS JOIN LATERAL (
       SELECT g.event_id, g.summary, ga.event_name FROM event g JOIN action ga ON ga.id = g.action_ref
       WHERE g.project_ref = e.project_ref AND g.subject_arn = e.subject_arn AND g.outcome = 'success'
         AND ga.event_name LIKE '%TeamMember' AND (g.event_time, g.event_id) < (e.event_time, e.event_id)
       ORDER BY g.event_time DESC, g.event_id DESC LIMIT 1
     ) AS given
     WHERE a.event_name = 'DisassociateTeamMember' AND e.outcome = 'success' AND given.event_name = 'AssociateTeamMember'
     ORDER BY e.event_time DESC LIMIT 1`,
  );
  const role = /(?:Owner|Contributor|Viewer)/.exec(removal?.summary ?? "")?.[0] ?? "no role";
  await open(page, `/events/${removal?.event_id}`);
  const note = page.getByText(`was ${role}`);
  await expect(page.getByText("inferred from earlier events, no part of this one")).toBeVisible();
  await note.getByRole("link", { name: role }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(removal?.summary ?? "");
  expect(page.url()).toContain(String(removal?.evidence));
});

test.describe("of hostile records", () => {
  test.use({ siteName: "hostile" });

  test("unknown actions are listed, each with its events and an example", async ({ page, query }) => {
    const actions = await query(
      `SELECT a.event_name AS name FROM action a WHERE a.event_source = 'codestar-connections.amazonaws.com'
         AND EXISTS (SELECT FROM event e WHERE e.action_ref = a.id)`,
    );
    expect(actions.length).toBeGreaterThan(0);
    await open(page, "/catalogue");
    const rows = page.getByRole("table", { name: /doesn’t know/ }).locator("tbody tr");
    await expect(rows).toHaveCount(actions.length);
    const example = rows.first().locator('a[href^="/events/"]:visible');
    await example.click();
    await page.getByRole("link", { name: "Not in the catalogue yet" }).click();
    await expect(page.getByRole("heading", { name: /^Unknown actions/ })).toBeVisible();
  });
});
