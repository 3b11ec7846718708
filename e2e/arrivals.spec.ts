import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { arrive } from "./arrive.ts";
import { expect, test } from "./fixtures.ts";
import { eventRows, idsOf, openTable } from "./table-page.ts";
import { freePort, startWeb } from "./web-process.ts";
import { violations } from "./violations.ts";

// Events that come in while somebody looks, and a server that goes away meanwhile.

test.describe("new events", () => {
  test.use({ siteName: "arrivals" });
  test.describe.configure({ mode: "serial" });

  const event = (index: number, project: string) => ({
    eventId: `${project}-${index}`,
    eventTime: new Date(Date.UTC(2024, 0, 1) + index * 60_000).toISOString(),
    project: `111122223333/eu-west-1/${project}`,
  });
  const events = (from: number, to: number, project: string) =>
    Array.from({ length: to - from }, (_, offset) => event(from + offset, project));

  test("are counted and move nothing until they are asked for", async ({ page, site }) => {
    await arrive(site, events(0, 150, "asked"));
    await openTable(page, "/events?project=asked");
    await page.getByRole("grid").evaluate((grid) => grid.parentElement!.scrollTo(0, 640));
    await expect.poll(async () => (await idsOf(eventRows(page))).includes("asked-110")).toBe(true);
    const before = await inSight(page);

    await arrive(site, events(150, 162, "asked"));
    await arrive(site, events(0, 5, "other"));
    const button = page.getByRole("button", { name: "12 new" });
    await expect(button).toBeVisible();
    expect(await inSight(page)).toEqual(before);
    expect(await violations(page, { part: "main" })).toEqual([]);
    await expect(page.getByText("150 of 150 events").or(page.getByText("150 events", { exact: true }))).toBeVisible();

    await button.click();
    await expect.poll(async () => (await idsOf(eventRows(page)))[0]).toBe("asked-161");
    await expect(button).toBeHidden();
    await expect(page.getByText("162 of 167 events")).toBeVisible();
    await expect(page).toHaveURL(/project=asked/);
  });

  test("come in by themselves in live mode, but not under the eyes of one who reads further down", async ({
    page,
    site,
  }) => {
    await arrive(site, events(0, 150, "live"));
    await openTable(page, "/events?project=live");
    await page.keyboard.press("l");
    await expect(page).toHaveURL(/live=1/);
    await expect(page.getByRole("button", { name: "Live", exact: true })).toHaveAttribute("aria-pressed", "true");
    await arrive(site, events(150, 153, "live"));
    await expect
      .poll(async () => (await idsOf(eventRows(page))).slice(0, 3))
      .toEqual(["live-152", "live-151", "live-150"]);
    await expect(page.getByText(/^153 of /)).toBeVisible();

    await page.getByRole("grid").evaluate((grid) => grid.parentElement!.scrollTo(0, 640));
    await expect.poll(async () => (await idsOf(eventRows(page))).includes("live-115")).toBe(true);
    const before = await inSight(page);
    await arrive(site, events(153, 157, "live"));
    await expect(page.getByRole("button", { name: "4 new" })).toBeVisible();
    // All of the page is as of one commit: neither the counters nor the rows follow.
    expect(await inSight(page)).toEqual(before);
    await expect(page.getByText(/^153 of /)).toBeVisible();

    await page.getByRole("grid").evaluate((grid) => grid.parentElement!.scrollTo(0, 0));
    await expect.poll(async () => (await idsOf(eventRows(page)))[0]).toBe("live-156");
    await expect(page.getByText(/^157 of /)).toBeVisible();
  });

  test("come where nothing matched", async ({ page, site }) => {
    await page.goto("/events?project=hoped");
    await expect(page.getByText("Nothing matches")).toBeVisible();
    await arrive(site, events(0, 3, "hoped"));
    await page.getByRole("button", { name: "3 new" }).click();
    await expect.poll(async () => await idsOf(eventRows(page))).toEqual(["hoped-2", "hoped-1", "hoped-0"]);
  });

  /** Each event in sight and where on the screen it stands. */
  function inSight(page: Page) {
    return eventRows(page).evaluateAll((rows) =>
      rows
        .map((row) => [row.id, Math.round(row.getBoundingClientRect().top)] as const)
        .filter(([, top]) => top > 300 && top < 850),
    );
  }
});

test.describe("a server that goes away", () => {
  test.use({ expectedErrors: [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/] });

  test("what is on the screen stays, and goes on when it is back", async ({ page, site }) => {
    test.setTimeout(400_000);
    const logFolder = await mkdtemp(path.join(tmpdir(), "astrolabe-web-"));
    const port = await freePort();
    const options = { databaseUrl: site.databaseUrl, port, logFolder };
    let web = await startWeb(options);
    try {
      await openTable(page, `${web.url}/events`);
      await page.waitForLoadState("networkidle");
      const first = (await idsOf(eventRows(page)))[0];
      web.child.kill();
      await web.child.ended;
      const scroller = page.getByRole("grid").locator("..");
      await scroller.evaluate((box) => box.scrollTo(0, 1_000_000));
      const again = page.getByRole("button", { name: "Try again" });
      await expect(again).toBeVisible();
      await expect(page.getByText("The server does not answer; what is shown stays.").first()).toBeVisible();
      expect(await violations(page, { part: "main" })).toEqual([]);
      await scroller.evaluate((box) => box.scrollTo(0, 0));
      await expect.poll(async () => (await idsOf(eventRows(page)))[0]).toBe(first);

      web = await startWeb(options);
      await scroller.evaluate((box) => box.scrollTo(0, 1_000_000));
      await again.click();
      await expect(page.getByText("200 shown", { exact: true })).toBeVisible();
      await scroller.evaluate((box) => box.scrollTo(0, 4400));
      await expect(page.locator("tr[data-index='140']")).toBeInViewport();
      await expect(page.getByText("The server does not answer")).toHaveCount(0);

      // Another list waits for the server, and takes nothing off the screen.
      web.child.kill();
      await web.child.ended;
      await page.getByRole("button", { name: "Time", exact: true }).click();
      await expect(page.getByText("The server does not answer; what is shown stays.").first()).toBeVisible();
      await expect(page.getByRole("grid", { name: /newest first/ })).toBeVisible();
      web = await startWeb(options);
      await expect(page.getByRole("grid", { name: /oldest first/ })).toBeVisible({ timeout: 30_000 });
    } finally {
      web.child.kill();
      await web.child.ended;
      await rm(logFolder, { recursive: true, force: true });
    }
  });
});
