import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures.ts";
import { eventRows } from "./table-page.ts";

const BUDGET_KB = 250;

test("the table can be used after 250 KB of JavaScript", async ({ page }) => {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), response.body());
  });
  const response = await page.goto("/events");
  // Of the two forms of a row one is left: the table is the browser's own.
  await expect(eventRows(page).first()).toBeVisible();
  await expect(page.locator("tr[data-index] > td.md\\:hidden")).toHaveCount(0);
  // What the document names is waited for; what comes later by itself, such as the chart, isn't.
  const document = (await response?.text()) ?? "";
  const sizes: [file: string, sizeKb: number][] = [];
  for (const [url, body] of scripts) {
    const file = url.slice(url.lastIndexOf("/") + 1);
    if (document.includes(file)) sizes.push([file, gzipSync(await body).byteLength / 1024]);
  }
  const sum = sizes.reduce((total, [, size]) => total + size, 0);
  const listed = sizes.toSorted(([, a], [, b]) => b - a).map(([file, size]) => `${size.toFixed(1)} KB ${file}`);
  expect(sum, listed.join("\n")).toBeLessThanOrEqual(BUDGET_KB);
  // A sum over nothing would keep every budget.
  expect(sum).toBeGreaterThan(BUDGET_KB / 2);
});
