import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";

const PROJECT = "/projects/487105932264/eu-west-1/lumen-portal";

test("who was in a team on a day, who let them in, and the event that says so", async ({ page }) => {
  await open(page, PROJECT);
  const team = page.getByRole("region", { name: "Team", exact: true });
  await team.getByLabel("As of").fill("2024-01-10");
  await team.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/at=2024-01-10T00%3A00%3A00Z#team$/);
  await expect(team.getByText("7 members as of")).toBeVisible();
  const members = team.getByRole("table", { name: "Members of the team" });
  const priya = members.locator("tr", {
    has: page.getByRole("link", { name: "priya.raghavan made priya.raghavan Owner" }),
  });
  await expect(priya).toContainText("Owner");
  await expect(priya).toContainText("yes");

  // The API says the same of that instant.
  const answer = await page.request.get(`/api${PROJECT}/team?at=2024-01-10`);
  const { members: listed } = (await answer.json()) as {
    members: { userArn: string; since: string; eventId: string }[];
  };
  expect(listed).toHaveLength(7);
  const owner = listed.find(({ userArn }) => userArn.endsWith("/priya.raghavan"));
  await expect(priya.getByRole("link", { name: /made priya/ })).toHaveAttribute("href", `/events/${owner?.eventId}`);

  // On to the next change, five days later, and from its bar to its event.
  await team.getByRole("link", { name: /^Next change/ }).click();
  await expect(page).toHaveURL(/at=2024-01-15T/);
  await expect(members.locator("tr", { hasText: "changed the role of priya.raghavan" })).toContainText("Viewer");
  await team
    .getByRole("region", { name: "Team over time" })
    .getByRole("link", { name: /^Viewer.*changed the role of priya/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "changed the role of priya.raghavan in lumen-portal to Viewer",
  );
});

test("a time that isn't one is refused, and said of an address", async ({ page }) => {
  await open(page, `${PROJECT}?at=soon`);
  const team = page.getByRole("region", { name: "Team", exact: true });
  await expect(team.getByRole("alert")).toContainText("“soon” is no time");
  await team.getByLabel("As of").fill("2024-02-30");
  await team.getByRole("button", { name: "Show" }).click();
  await expect(team.getByRole("status")).toContainText("is no time");
  expect((await page.request.get(`/api${PROJECT}/team?at=soon`)).status()).toBe(400);
  expect((await page.request.get("/api/projects/487105932264/eu-west-1/none/team")).status()).toBe(404);
});

test("two dates are compared, with the calls in between", async ({ page }) => {
  await open(page, PROJECT);
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Compare two dates" }).click();
  await page.getByLabel("First", { exact: true }).fill("2023-03-01");
  await page.getByLabel("Second", { exact: true }).fill("2024-01-20");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("table", { name: "Came" }).locator("tbody tr")).toHaveCount(3);
  await expect(page.getByRole("table", { name: "Went" }).locator("tbody")).toContainText("tomas.obrien");
  await expect(page.getByRole("table", { name: "Changed" }).locator("tbody tr")).toHaveCount(3);
  await expect(page.getByRole("table", { name: /^Calls on the team/ }).locator("tbody tr")).toHaveCount(10);

  await page.getByLabel("Second", { exact: true }).fill("2023-03-02");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("The two teams are the same")).toBeVisible();
});

test("the diary tells a day in lines, and goes back in time", async ({ page, query }) => {
  await open(page, `${PROJECT}/diary`);
  const day = page.locator("section", { has: page.getByRole("link", { name: /^2024-07-24/ }) });
  await expect(day.getByRole("listitem")).toContainText([
    "removed sofia.lindqvist",
    "removed daniel.reyes",
    "removed chloe.martin",
    "look-ups",
  ]);
  const [reads] = await query(
    `SELECT count(*) AS events FROM event e JOIN project p ON p.id = e.project_ref
     WHERE p.project_id = 'lumen-portal' AND p.region = 'eu-west-1' AND access = 'read' AND (event_time AT TIME ZONE 'UTC')::date = '2024-07-24'`,
  );
  await day.getByRole("link", { name: `${reads?.events} look-ups` }).click();
  await expect(page.getByText(new RegExp(`^${reads?.events} of `))).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Earlier days" }).click();
  await expect(page).toHaveURL(/before=2024-/);
  await expect(page.getByRole("link", { name: "Newest days" })).toBeVisible();
});
