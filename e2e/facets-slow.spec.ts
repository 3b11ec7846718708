import pg from "pg";
import { open } from "./every-page.ts";
import { boxes, section } from "./facet-section.ts";
import { expect } from "./fixtures.ts";
import { testWithMadeSite } from "./made-site.ts";
import { eventRows } from "./table-page.ts";
import { violations } from "./violations.ts";

// A table is locked and counts are broken off: on a site where nobody else waits for either.
const test = testWithMadeSite(2000);
test.describe.configure({ mode: "default" });
test.use({ expectedErrors: [/504 \(Gateway Timeout\)/] });

test("a slow count says that it is still counting, keeps the numbers of before as such, and holds up nothing else", async ({
  page,
  site,
}) => {
  const client = new pg.Client({ connectionString: site.databaseUrl });
  await client.connect();
  const counting = async () => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()
         AND query LIKE '%count(*) OVER ()%' AND query LIKE '%principal.key AS value%'`,
    );
    return rows.map(({ pid }) => pid);
  };
  try {
    await open(page, "/events");
    const place = section(page, "Principal");
    await expect(boxes(place).first()).toBeVisible();
    await client.query("BEGIN");
    await client.query("LOCK TABLE principal IN ACCESS EXCLUSIVE MODE");

    await page.getByRole("group", { name: "Outcome" }).getByText("Failures").click();
    await expect(place.getByText("still counting…")).toBeVisible();
    await expect(boxes(place).first()).toHaveAccessibleName(/before this filter, still counting$/);
    // The table has its answer, and so have the other sections.
    await expect(page.getByText(/^[\d,]+ of [\d,]+ events$/)).toBeVisible();
    await expect(eventRows(page).first()).toContainText("Failure");
    await expect(section(page, "Action").getByText("still counting…")).toBeHidden();

    await expect.poll(counting).not.toEqual([]);
    for (const pid of await counting()) await client.query("SELECT pg_cancel_backend($1)", [pid]);
    await expect(place.getByText(/took too long/)).toBeVisible();
    expect(await violations(page, { part: "main" })).toEqual([]);
    await expect(boxes(place).first()).toHaveAccessibleName(/before this filter/);
    await client.query("ROLLBACK");
    await place.getByRole("button", { name: "Try again" }).click();
    await expect(boxes(place).first()).toHaveAccessibleName(/events?$/);
    await expect(place.getByText(/took too long/)).toBeHidden();
  } finally {
    await client.end();
  }
});
