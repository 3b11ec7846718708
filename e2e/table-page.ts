import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** The rows that hold an event, of those that are drawn. */
export function eventRows(page: Page): Locator {
  return page.locator("tr[data-index]");
}

/** The ids of the events in a list, in its order. */
export function idsOf(rows: Locator): Promise<string[]> {
  return rows.evaluateAll((found) =>
    found.map((row) =>
      decodeURIComponent(row.querySelector('a[href^="/events/"]')?.getAttribute("href")?.slice(8) ?? ""),
    ),
  );
}

/** Opens a list of events and waits until its table can be used. */
export async function openTable(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  const grid = page.getByRole("grid");
  await expect(eventRows(page).first()).toBeVisible();
  // Drawn by the browser: of the two forms of a row one is left.
  await expect(page.locator("tr[data-index] > td.md\\:hidden")).toHaveCount(0);
  return grid;
}

type Walk = { ids: string[]; mostRows: number };

/**
 * Scrolls from where the table stands to an end of its list, a good half of a view at a time, as fast as rows come.
 * Answers with the ids in the order in which they came into sight, and how many rows the document held at most.
 */
export function scrollToEnd(page: Page, direction: "down" | "up"): Promise<Walk> {
  return page.evaluate(async (way) => {
    const grid = document.querySelector("table[role=grid]")!;
    const scroller = grid.parentElement!;
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const seen = new Map<number, string>();
    let mostRows = 0;
    const look = () => {
      const box = scroller.getBoundingClientRect();
      let isWhole = true;
      const rows = [...grid.querySelectorAll("tbody > tr")];
      mostRows = Math.max(mostRows, rows.length);
      for (const row of rows) {
        const { top, bottom } = row.getBoundingClientRect();
        if (bottom <= box.top + 32 || top >= box.bottom) continue;
        const index = (row as HTMLElement).dataset["index"];
        if (index !== undefined)
          seen.set(Number(index), row.querySelector('a[href^="/events/"]')!.getAttribute("href")!.slice(8));
        else if (row.getAttribute("aria-hidden") === "true") isWhole = false;
      }
      return isWhole;
    };
    for (const end = Date.now() + 150_000; Date.now() < end;) {
      while (!look() && Date.now() < end) await frame();
      const before = scroller.scrollTop;
      scroller.scrollTop += (way === "down" ? 0.6 : -0.6) * scroller.clientHeight;
      await frame();
      if (scroller.scrollTop === before) break;
    }
    const ids = [...seen].toSorted(([a], [b]) => a - b).map(([, id]) => decodeURIComponent(id));
    return { ids, mostRows };
  }, direction);
}
