import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { gatherPages } from "./gather-pages.ts";

const LIMITS = { count: 5, ms: 40 };
async function lengths(pages: AsyncIterable<number[]>): Promise<number[]> {
  const found: number[] = [];
  for await (const page of gatherPages(pages, LIMITS)) found.push(page.length);
  return found;
}

it("puts small pages together, and gives a full one at once", async () => {
  const pages = async function* () {
    for (const length of [1, 0, 1, 2, 3, 5, 1, 0]) yield Array.from({ length }, () => 0);
  };
  expect(await lengths(pages())).toEqual([7, 5, 1]);
});

it("doesn't hold back what came while nothing more comes", async () => {
  let hasGoneOn = false;
  const pages = async function* () {
    yield [1];
    yield [2];
    await sleep(400);
    hasGoneOn = true;
    yield [3];
  };
  const found: number[][] = [];
  for await (const page of gatherPages(pages(), LIMITS)) {
    if (found.push(page) === 1) expect(hasGoneOn).toBe(false);
  }
  expect(found).toEqual([[1, 2], [3]]);
});

it("gives what came before an error, then throws it", async () => {
  const pages = async function* () {
    yield [1];
    throw new Error("S3 doesn't answer.");
  };
  const found: number[][] = [];
  const all = async () => {
    for await (const page of gatherPages(pages(), LIMITS)) found.push(page);
  };
  await expect(all()).rejects.toThrow("S3 doesn't answer.");
  expect(found).toEqual([[1]]);
});

it("lets its pages end when nobody wants more, without waiting for the one that is on its way", async () => {
  let isClosed = false;
  const pages = async function* () {
    try {
      yield [1, 2, 3, 4, 5];
      await sleep(100);
      yield [6];
    } finally {
      isClosed = true;
    }
  };
  for await (const page of gatherPages(pages(), LIMITS)) {
    expect(page).toHaveLength(5);
    break;
  }
  expect(isClosed).toBe(false);
  await sleep(200);
  expect(isClosed).toBe(true);
});
