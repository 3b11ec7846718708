import { describe, expect, it } from "vitest";
import { findFile } from "./named-files.ts";
import type { ListedFile, TrailSource } from "./trail-source.ts";

const file = (key: string): ListedFile => ({
  key,
  etag: "e",
  sizeBytes: 1,
  storageClass: null,
  lastModified: null,
  isRestored: false,
  refusal: null,
});

/** A source that lists these pages, and counts them. */
function source(...pages: string[][]) {
  const seen = { pages: 0 };
  const list = async function* () {
    for (const page of pages) {
      seen.pages++;
      yield await Promise.resolve(page.map(file));
    }
  };
  return { seen, source: { list } as unknown as TrailSource };
}
const { signal } = new AbortController();

describe("findFile", () => {
  it("finds the file among those that begin like it, behind empty pages", async () => {
    const { source: trail } = source([], ["a/1", "a/1.json", "a/10"]);
    expect(await findFile(trail, "a/1", signal)).toEqual(file("a/1"));
  });

  it("doesn't go through a folder for a file that isn't there", async () => {
    const { source: trail, seen } = source([], ["a/10", "a/11"], ["a/12"]);
    expect(await findFile(trail, "a/1", signal)).toBeUndefined();
    expect(seen.pages).toBe(2);
  });

  it("finds nothing where nothing is", async () => {
    expect(await findFile(source([]).source, "a/1", signal)).toBeUndefined();
  });
});
