import { expect, test } from "./fixtures.ts";
import { eventRows, idsOf, openTable } from "./table-page.ts";

test("the list says how many events there are and shows the newest", async ({ page, query }) => {
  const [total] = await query("SELECT count(*) AS events FROM shown_event");
  const [newest] = await query("SELECT event_id FROM shown_event ORDER BY event_time DESC, event_id DESC LIMIT 1");
  await openTable(page, "/events");
  await expect(
    page.getByText(`${Number(total?.events).toLocaleString("en-GB")} events`, { exact: true }),
  ).toBeVisible();
  await expect(page.getByText(/^\d+ shown$/)).toBeVisible();
  expect((await idsOf(eventRows(page)))[0]).toBe(newest?.event_id);
});

test("a project is chosen from its facet, and the list, count and address follow", async ({ page, query }) => {
  const [busiest] = await query(
    `SELECT p.project_id AS id, p.account_id AS account, p.region, count(*) AS events FROM shown_event e JOIN project p ON p.id = e.project_ref
     GROUP BY p.id ORDER BY 4 DESC, 1 LIMIT 1`,
  );
  const id = String(busiest?.id);
  await page.goto("/events");
  await page
    .getByRole("region", { name: "Project" })
    .getByRole("checkbox", { name: `${id} ${busiest?.account} ${busiest?.region}` })
    .check();
  await expect(page).toHaveURL(/[?&]project=/);
  await expect(page.getByText(new RegExp(`^${Number(busiest?.events).toLocaleString("en-GB")} of `))).toBeVisible();
  for (const row of await eventRows(page).all()) await expect(row).toContainText(id);
});

test("a principal in a row narrows the list to what that principal did", async ({ page, query }) => {
  await openTable(page, "/events");
  const link = eventRows(page).first().getByRole("gridcell").nth(1).getByRole("link");
  const name = (await link.innerText()).trim();
  await link.click();
  await expect(page).toHaveURL(/[?&]principal=/);
  await expect(page.getByRole("list", { name: "Filters" })).toContainText("Principal");
  const principal = new URL(page.url()).searchParams.get("principal");
  const [counted] = await query(
    `SELECT count(*) AS events FROM shown_event e JOIN principal p ON p.id = e.principal_ref
     WHERE $1 IN (p.key, e.principal_arn, e.issuer_arn, e.principal_name, p.name)`,
    [principal],
  );
  await expect(page.getByText(new RegExp(`^${Number(counted?.events).toLocaleString("en-GB")} of `))).toBeVisible();
  await expect(eventRows(page).first()).toContainText(name);
});

test("a deep link answers with exactly its filter, and back returns", async ({ page, query }) => {
  const [counted] = await query(
    `SELECT count(*) AS events FROM shown_event JOIN action ON action.id = action_ref
     WHERE event_name = 'DeleteProject' AND outcome = 'success'
       AND event_time >= '2023-01-01Z' AND event_time < '2024-06-01Z'`,
  );
  await page.goto("/events?action=DeleteProject&outcome=success&from=2023-01-01T00:00:00Z&to=2024-06-01T00:00:00Z");
  await expect(page.getByText(new RegExp(`^${Number(counted?.events).toLocaleString("en-GB")} of `))).toBeVisible();
  await expect(page.getByRole("list", { name: "Filters" }).getByRole("listitem")).toHaveCount(5);
  await page.getByRole("link", { name: /^Remove Outcome/ }).click();
  await expect(page).not.toHaveURL(/outcome/);
  await page.goBack();
  await expect(page).toHaveURL(/outcome=success/);
});

test("what other services did joins in when it is asked for, and the counts with it", async ({ page, query }) => {
  const [stored] = await query(
    `SELECT count(*) AS all, count(*) FILTER (WHERE is_related) AS related,
       count(*) FILTER (WHERE NOT is_related) AS own FROM event`,
  );
  const count = (value: string | null | undefined) => Number(value).toLocaleString("en-GB");
  await page.goto("/events");
  await expect(page.getByText(`${count(stored?.own)} events`, { exact: true })).toBeVisible();
  await page.getByText("With other services", { exact: true }).click();
  await expect(page).toHaveURL(/related=include/);
  await expect(page.getByText(`${count(stored?.all)} events`, { exact: true })).toBeVisible();
  await page.getByText("Others alone", { exact: true }).click();
  await expect(page.getByText(`${count(stored?.related)} of ${count(stored?.all)} events`)).toBeVisible();
  await page.getByRole("link", { name: /^Remove Other services/ }).click();
  await expect(page.getByText(`${count(stored?.own)} events`, { exact: true })).toBeVisible();
});

test("what isn't understood in the address is said and left out", async ({ page, query }) => {
  const [total] = await query("SELECT count(*) AS events FROM shown_event");
  await page.goto("/events?colour=blue&outcome=maybe");
  await expect(page.getByText("there is no filter named colour")).toBeVisible();
  await expect(page.getByText(/maybe/)).toBeVisible();
  await expect(
    page.getByText(`${Number(total?.events).toLocaleString("en-GB")} events`, { exact: true }),
  ).toBeVisible();
});

test("nothing matching says so, and how to go on", async ({ page }) => {
  await page.goto("/events?principal=nobody-at-all");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.goto("/events?from=1999-01-01&to=1999-02-01");
  await expect(page.getByText("Nothing in this time range")).toBeVisible();
  await page.getByRole("link", { name: "show all times" }).click();
  await expect(eventRows(page).first()).toBeVisible();
});

test("what is shown of the list before is paler until the one that was asked for is there", async ({ page }) => {
  await openTable(page, "/events");
  const asked = Promise.withResolvers<void>();
  await page.route(/_rsc=/, async (route) => {
    await asked.promise;
    await route.continue();
  });
  const counted = page.getByText(/^[\d,]+ events$/);
  await expect(counted).toBeVisible();
  const opacity = () => counted.evaluate((element) => getComputedStyle(element.parentElement!).opacity);
  expect(await opacity()).toBe("1");
  await page.getByRole("group", { name: "Outcome" }).getByRole("radio", { name: "Failures" }).check({ force: true });
  await expect.poll(opacity).toBe("0.5");
  await expect(page.locator("[aria-busy=true]").getByRole("grid")).toBeVisible();
  asked.resolve();
  await expect(page.getByText(/^[\d,]+ of [\d,]+ events$/)).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
});

test("filters move nothing: not the first chip, and not three hundred", async ({ page }) => {
  await openTable(page, "/events");
  const top = async () => Math.round((await page.getByRole("slider", { name: /^Timeline/ }).boundingBox())?.y ?? 0);
  const before = await top();
  await page.getByRole("group", { name: "Outcome" }).getByRole("radio", { name: "Failures" }).check({ force: true });
  await expect(page.getByRole("list", { name: "Filters" })).toBeVisible();
  await expect.poll(top).toBe(before);
  await openTable(page, `/events?${Array.from({ length: 300 }, (_, index) => `ip=!10.0.0.${index}`).join("&")}`);
  const chips = await page.getByRole("list", { name: "Filters" }).boundingBox();
  expect(chips?.height).toBeLessThanOrEqual(100);
});

test("a filter whose answer another key overtakes is shown all the same", async ({ page, query }) => {
  const [project] = await query(
    `SELECT p.project_id AS id, count(*) AS events FROM shown_event e JOIN project p ON p.id = e.project_ref
     GROUP BY p.id ORDER BY 2 DESC LIMIT 1`,
  );
  await openTable(page, "/events");
  await page.route(/_rsc=/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  const box = page
    .getByRole("region", { name: "Project" })
    .getByRole("checkbox", { name: project?.id ?? "" })
    .first();
  await box.check();
  await page.getByRole("grid").focus();
  await page.keyboard.press("l");
  await expect(page).toHaveURL(/project=.*live=1|live=1.*project=/);
  await expect(page.getByText(new RegExp(`^${Number(project?.events).toLocaleString("en-GB")} of `))).toBeVisible();
});
