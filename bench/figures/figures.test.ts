import { describe, expect, it } from "vitest";
import { benchOptions } from "#bench/bench-options.ts";
import { markdownTable, terminalTable } from "./figure-table.ts";
import { figureOf, isMet } from "./figure.ts";
import { interleave } from "./interleave.ts";
import { median } from "./median.ts";
import { withReport, type Report } from "./report.ts";

const named = { scenario: "large", work: "large files", unit: "MB/s" };
const ratio = { kind: "ratio", atLeast: 0.7 } as const;

describe("medians", () => {
  it("are the middle, or between the two in the middle", () => {
    expect(median([5])).toBe(5);
    expect(median([10, 9, 1])).toBe(9);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  it("come of rounds in which each is measured in turn", async () => {
    const order: string[] = [];
    const measured = (name: string) => () => Promise.resolve(order.push(name));
    const runs = await interleave(2, { ours: measured("ours"), theirs: measured("theirs"), absent: null });
    expect(order).toEqual(["ours", "theirs", "ours", "theirs"]);
    expect(runs).toEqual({ ours: [1, 3], theirs: [2, 4], absent: [] });
  });
});

describe("a figure", () => {
  it("has the ratio of the medians, and keeps its budget or not", () => {
    const figure = figureOf({
      ...named,
      ours: [7, 900, 1],
      yardstick: { name: "x", runs: [10, 9, 800] },
      budget: ratio,
    });
    expect(figure.ratio).toBeCloseTo(0.7);
    expect(isMet(figure)).toBe(true);
    expect(isMet({ ...figure, ratio: 0.69 })).toBe(false);
  });

  it("keeps a limit up to the limit itself", () => {
    const figure = figureOf({ ...named, ours: [512], budget: { kind: "value", atMost: 512 } });
    expect(figure).toMatchObject({ yardstick: null, ratio: null });
    expect(isMet(figure)).toBe(true);
    expect(isMet(figureOf({ ...named, ours: [0.5], budget: { kind: "value", atMost: 0 } }))).toBe(false);
  });

  it("may take so many times as long as the yardstick", () => {
    const yardstick = { name: "psql", runs: [10] };
    const figure = figureOf({ ...named, ours: [15], yardstick, budget: { kind: "times", atMost: 1.5 } });
    expect(isMet(figure)).toBe(true);
    expect(isMet({ ...figure, ratio: 1.51 })).toBe(false);
    expect(terminalTable([figure])).toContain("≤ 1.5 ×");
  });

  it("isn't judged where nothing was measured", () => {
    const absent = figureOf({ ...named, ours: [], yardstick: { name: "jq", runs: [] }, budget: ratio, note: "no jq" });
    expect(absent).toMatchObject({ ours: null, yardstick: null, ratio: null });
    expect(isMet(absent)).toBeNull();
  });
});

const figures = [
  figureOf({ ...named, ours: [1234.5], yardstick: { name: "gunzip", runs: [2000] }, budget: ratio }),
  figureOf({ ...named, ours: [12.345], yardstick: { name: "jq", runs: [] }, note: "there is no jq" }),
];

describe("tables", () => {
  it("stand in columns on a terminal", () => {
    expect(terminalTable(figures)).toBe(
      [
        "work         ours        yardstick           ratio   budget   met",
        "large files  1,235 MB/s  gunzip: 2,000 MB/s  0.62 ×  ≥ 0.7 ×  no",
        "large files  12.3 MB/s   there is no jq      —       —        —",
      ].join("\n"),
    );
  });

  it("are Markdown in a page, in the place that is theirs, and again", () => {
    const machine = { cores: 2, cpu: "Chip", memoryGib: 8, system: "Linux x64", node: "24", postgres: "18" };
    const report: Report = {
      takenAt: "2026-01-02T03:04:05.000Z",
      machine: { ...machine, loadAtStart: 0.1 },
      runs: 3,
      scale: 1,
      s3: "the embedded server",
      figures,
    };
    const page = "# Page\n\n<!-- ingest: begin -->\nold\n<!-- ingest: end -->\n\nEnd.\n";
    const shown = withReport(page, "ingest", report);
    expect(shown).toContain(markdownTable(figures));
    expect(shown).not.toContain("old");
    expect(shown).not.toContain("busy");
    expect(shown).toMatch(/^# Page\n\n<!-- ingest: begin -->\n\nTaken on 2026-01-02, medians of 3,/);
    expect(shown).toMatch(/\|\n\n<!-- ingest: end -->\n\nEnd\.\n$/);
    expect(withReport(shown, "ingest", report)).toBe(shown);
    const busy = { ...report, machine: { ...machine, loadAtStart: 7 } };
    expect(withReport(page, "ingest", busy)).toContain("The machine was busy");
    expect(() => withReport(page, "query", report)).toThrow("no place");
  });
});

describe("options", () => {
  const known = ["large", "tiny"] as const;

  it("have defaults, and choose scenarios in the bench's order", () => {
    expect(benchOptions([], known)).toMatchObject({ scenarios: known, runs: 3, scale: 1, s3: "embedded" });
    expect(benchOptions(["--only", "tiny,large", "--scale=0.1"], known).scenarios).toEqual(known);
  });

  it.each([
    ["--only takes some of large,tiny", ["--only", "huge"]],
    ["--runs takes a whole number", ["--runs", "2.5"]],
    ["--scale takes a number", ["--scale", "3"]],
    ["--s3 takes embedded or radosgw", ["--s3", "minio"]],
    ["--save keeps the figures of a whole run", ["--save", "--scale", "0.5"]],
    ["Unknown option", ["--fast"]],
  ])("are refused with a sentence: %s", (sentence, words) => {
    expect(() => benchOptions(words, known)).toThrow(sentence);
  });
});
