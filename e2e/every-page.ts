import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** Lists of which each row leads to a page of its own. */
const LISTS = ["/events", "/projects", "/principals", "/resources", "/findings", "/sync/files"] as const;

/** Pages beside that of one project. */
const OF_PROJECT = ["/diary", "/compare", "/review", "?at=2023-09-01", "?related=include"] as const;

/** Every kind of page; `…` stands for what the list before it leads to first. */
export const EVERY_PAGE: readonly string[] = [
  "/",
  "/sync",
  "/sync/runs/1",
  "/catalogue",
  ...LISTS,
  "/events?outcome=failure&access=write",
  "/events?order=asc&live=1",
  "/events?q=nothing+has+this",
  "/sync/files?state=skipped",
  "/findings/idle-member?idleDays=36500",
  "/principals/subject?…",
  "/resources?kind=host",
  "/resources?search=nothing-has-this",
  ...LISTS.map((list) => `${list}/…`),
  ...OF_PROJECT.map((page) => `/projects/…${page}`),
];

/** The address of a kind of page. */
export async function addressOf(page: Page, kind: string): Promise<string> {
  if (kind === "/principals/subject?…") return subjectAddress(page);
  const [list = "", rest] = kind.split("/…");
  if (rest === undefined) return kind;
  const html = await (await page.request.get(list)).text();
  const [, href] = new RegExp(`<tbody[\\s\\S]*?<a [^>]*href="(${list}/[^"]+)"`).exec(html) ?? [];
  if (href === undefined) throw new Error(`${list} leads nowhere.`);
  return `${href.replaceAll("&amp;", "&")}${rest}`;
}

/** One address of every kind of page. */
export async function everyPage(page: Page): Promise<string[]> {
  const addresses: string[] = [];
  for (const kind of EVERY_PAGE) addresses.push(await addressOf(page, kind));
  return addresses;
}

/** Goes there and waits until everything is in, charts and facets too, so that nothing is judged half drawn. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
  await expect(page.getByRole("main")).toBeVisible();
}

/** Somebody whom others named and who never acted; where there is no such one, the list. */
async function subjectAddress(page: Page): Promise<string> {
  await open(page, "/principals");
  const link = page.locator('main a[href^="/principals/subject?"]').first();
  return (await link.count()) === 0 ? "/principals" : ((await link.getAttribute("href")) ?? "");
}
