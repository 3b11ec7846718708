import type { Page } from "@playwright/test";
import { open } from "./every-page.ts";
import { expect, test } from "./fixtures.ts";
import { eventRows, idsOf } from "./table-page.ts";

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const theme = (page: Page, name: string) => page.getByRole("group", { name: "Theme" }).getByRole("radio", { name });

test("dark and light follow the system until a person chooses, and the choice stays", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, "/events");
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => paper(page)).not.toBe(light);
  const dark = await paper(page);

  await theme(page, "Light").check({ force: true });
  await expect.poll(() => paper(page)).toBe(light);
  await page.reload();
  expect(await paper(page)).toBe(light);

  await page.emulateMedia({ colorScheme: "light" });
  await theme(page, "Dark").check({ force: true });
  await expect.poll(() => paper(page)).toBe(dark);
  await page.reload();
  expect(await paper(page)).toBe(dark);
});

test("times are UTC until another zone is chosen, and say so", async ({ page }) => {
  await open(page, "/events");
  const time = eventRows(page).first().getByRole("gridcell").first();
  const utc = await time.innerText();
  await page.getByRole("button", { name: /^Time zone/ }).click();
  await page.getByRole("button", { name: /^This machine/ }).click();
  await expect(page.getByRole("button", { name: "Time zone: Europe/Berlin" })).toBeVisible();
  await expect.poll(() => time.innerText()).not.toBe(utc);
  await expect(time).toContainText(/\+0[12]:00/);
});

test("the keyboard alone filters, opens an event and comes back", async ({ page }) => {
  await open(page, "/events");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", /^#/);

  await page.getByRole("button", { name: /^Filter as text/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Filter as text" })).toBeFocused();
  await page.keyboard.type("DeleteProject");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=DeleteProject/);

  const access = page.getByRole("group", { name: "Access" });
  await access.getByRole("radio", { name: "All" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/access=write/);

  const projects = page.getByRole("region", { name: "Project" }).getByRole("checkbox");
  await expect(projects.nth(1)).toBeVisible();
  await projects.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(projects.nth(1)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/project=/);
  await expect(projects.nth(1)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page).not.toHaveURL(/project=/);

  await expect(page.getByText(/^[\d,]+ events$/)).toBeVisible();
  const [first = ""] = await idsOf(eventRows(page));
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("event")).toBe(first);
  await page.goBack();
  await expect(page).not.toHaveURL(/event=/);
  await expect(page).toHaveURL(/access=write/);
});

test("nothing moves while the events come, wide or narrow", async ({ page }) => {
  await page.addInitScript(() => {
    const seen = globalThis as { moved?: number };
    seen.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.moved! += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await open(page, "/events");
    const moved = await page.evaluate(() => (globalThis as { moved?: number }).moved);
    // Chromium's measure: the share of the view that moved, times how far.
    expect(moved, `${width} px`).toBeLessThan(0.02);
  }
});

test("focus can be seen on whatever has it", async ({ page }) => {
  await open(page, "/events");
  for (let stop = 0; stop < 12; stop++) {
    await page.keyboard.press("Tab");
    const isSeen = await page.evaluate(() => {
      const focused = document.activeElement;
      const seen = [focused, focused?.closest("label"), focused?.parentElement].filter((element) => element != null);
      return seen.some((element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      });
    });
    expect(isSeen, `stop ${stop + 1}`).toBe(true);
  }
});

test("rows of one line are 32 px high, whatever stands in them", async ({ page }) => {
  for (const list of ["/events", "/projects", "/principals", "/sync/files"]) {
    await open(page, list);
    const heights = await page
      .locator("main tbody tr")
      .evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)));
    expect([...new Set(heights)], list).toEqual([32]);
  }
});

test("what stands beside a name is seen whole or not at all", async ({ page }) => {
  await open(page, "/principals");
  const cut = await page.locator("main tbody td:first-child").evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const [name, type] = cell.firstElementChild?.children ?? [];
      if (!name || !type) return ["no type"];
      const [line, box, place] = [name, type, cell].map((element) => element.getBoundingClientRect());
      const isBeside = box!.top < line!.bottom;
      return isBeside && box!.right > place!.right ? [type.textContent] : [];
    }),
  );
  expect(cut).toEqual([]);
});
