import { expect, test } from "./fixtures.ts";
import { eventRows } from "./table-page.ts";

test.use({ contextOptions: { permissions: ["clipboard-read", "clipboard-write"] } });

test("an event of the list has a page that shows its record byte for byte", async ({ page, query }) => {
  await page.goto("/events?action=AssociateTeamMember&outcome=success");
  const link = eventRows(page).first().locator('a[href^="/events/"]:visible');
  const sentence = (await link.innerText()).trim();
  await page.goto((await link.getAttribute("href")) ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(sentence);
  const eventId = decodeURIComponent(new URL(page.url()).pathname.replace("/events/", ""));
  const [stored] = await query("SELECT record::text FROM event_record WHERE event_id = $1", [eventId]);
  await page.getByRole("radio", { name: "As delivered" }).check({ force: true });
  const record = page.getByRole("region", { name: "Record as JSON" });
  expect(await record.textContent()).toBe(stored?.record);

  await page.getByRole("button", { name: "Copy JSON" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(stored?.record);

  await page.getByRole("radio", { name: "Indented" }).check({ force: true });
  expect(JSON.parse((await record.textContent()) ?? "")).toEqual(JSON.parse(String(stored?.record)));
});

test("the raw record is what the API gives", async ({ page, query }) => {
  const [event] = await query("SELECT event_id, record::text FROM event_record ORDER BY event_id LIMIT 1");
  const response = await page.request.get(`/api/events/${encodeURIComponent(String(event?.event_id))}`);
  expect(response.headers()["content-type"]).toContain("application/json");
  expect(await response.text()).toBe(event?.record);
});

test("an event that isn't there says so", async ({ page }) => {
  await page.goto("/events/no-such-event");
  await expect(page.getByText("There is no event with this id")).toBeVisible();
  await expect(page.locator("meta[name=robots][content*=noindex]").first()).toBeAttached();
});
