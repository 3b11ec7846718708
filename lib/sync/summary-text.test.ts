import { describe, expect, it } from "vitest";
import { imbalanceOf, noCounts } from "./counters.ts";
import { problemsText, summaryJson, summaryText } from "./summary-text.ts";
import type { SyncSummary } from "./sync-pass.ts";

const summary = (given: Partial<SyncSummary> = {}): SyncSummary => ({
  ...noCounts(),
  elapsedMs: 1_250,
  failures: [],
  state: "complete",
  problems: [],
  ...given,
});

describe("summaryText", () => {
  it("shows every count, and what went wrong without effect on the terminal", () => {
    const failures = Array.from({ length: 25 }, (_, number) => ({ key: `file ${number}\u001b[31m`, reason: "bad\n" }));
    const text = summaryText(
      summary({
        filesListed: 1_234,
        filesFailed: 30,
        bytesCompressed: 2_500_000,
        state: "partial",
        failures,
      }),
    );
    expect(text).toMatch(/^files listed\s+1,234$/m);
    expect(text).toContain("2.5 MB");
    expect(text).toContain(String.raw`failed: file 0\x1b[31m`);
    expect(text).toContain("… and 10 more failed files");
    expect(text).toMatch(/the rest is in, in 1\.3 s$/);
  });
});

describe("problemsText", () => {
  it("says what became of whole trails", () => {
    expect(problemsText(summary())).toBe("");
    const problems = [
      { url: "s3://b", isError: true, sentence: "No\u0007." },
      { url: "s3://c", isError: false, sentence: "Nothing." },
    ];
    expect(problemsText(summary({ problems }))).toBe(
      `Could not sync s3://b: No${String.raw`\x07`}.\nNote on s3://c: Nothing.`,
    );
  });
});

describe("summaryJson", () => {
  it("has the keys of the contract and no others, on one line", () => {
    const text = summaryJson(summary({ failures: [{ key: "a\nb", reason: "c" }] }));
    expect(text).not.toContain("\n");
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      "filesListed",
      "filesIngested",
      "filesUnchanged",
      "filesSkipped",
      "filesFailed",
      "recordsRead",
      "eventsInserted",
      "recordsDuplicate",
      "recordsFiltered",
      "recordsRejected",
      "bytesCompressed",
      "bytesUncompressed",
      "elapsedMs",
      "failures",
    ]);
  });
});

describe("a trail that couldn't be synced", () => {
  it("is a failure in the JSON; a note is none", () => {
    const problems = [
      { url: "s3://b", isError: true, sentence: "Closed." },
      { url: "s3://c", isError: false, sentence: "Nothing." },
    ];
    const text = summaryJson(summary({ problems, failures: [{ key: "a", reason: "Bad." }] }));
    expect(JSON.parse(text)).toMatchObject({
      failures: [
        { key: "s3://b", reason: "Closed." },
        { key: "a", reason: "Bad." },
      ],
    });
  });
});

describe("imbalanceOf", () => {
  it("finds a file or a record without a fate", () => {
    expect(
      imbalanceOf({
        ...noCounts(),
        filesListed: 4,
        filesIngested: 1,
        filesUnchanged: 1,
        filesSkipped: 1,
        filesFailed: 1,
      }),
    ).toBeNull();
    expect(imbalanceOf({ ...noCounts(), filesListed: 2, filesIngested: 1 })).toMatch(/2 files listed, 1 accounted for/);
    expect(imbalanceOf({ ...noCounts(), recordsRead: 2, eventsInserted: 1 })).toMatch(
      /2 records read, 1 accounted for/,
    );
  });
});
