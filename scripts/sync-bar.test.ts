import { expect, it } from "vitest";
import { noCounts } from "#lib/sync/counters.ts";
import { shownOf } from "./sync-bar.ts";

const counts = { ...noCounts(), filesListed: 7_700, filesIngested: 1_000, filesFailed: 3, eventsInserted: 2_500 };
const samples = [
  { atMs: 0, files: 0, bytes: 0, events: 0 },
  { atMs: 2_000, files: 2_000, bytes: 9_000_000, events: 2_500 },
];

it("says that the end isn't known while files are listed", () => {
  expect(shownOf({ url: "s3://b", isListed: false, counts }, samples)).toEqual({
    trail: "s3://b",
    more: "+",
    failed: "3",
    events: "2,500",
    bytesRate: "4.5",
    eventsRate: "1,250",
    left: "still listing",
  });
});

it("says how long the rest takes once all are listed", () => {
  expect(shownOf({ url: "s3://b", isListed: true, counts }, samples)).toMatchObject({ more: "", left: "0:07 left" });
  const slow = samples.map((sample) => ({ ...sample, files: sample.files / 1_000 }));
  expect(shownOf({ url: "s3://b", isListed: true, counts }, slow).left).toBe("1:51:37 left");
  expect(shownOf({ url: "s3://b", isListed: true, counts }, []).left).toBe("");
});

it("lets no name command the terminal", () => {
  expect(shownOf({ url: "s3://b\u001b[2J", isListed: true, counts }, []).trail).not.toContain("\u001b");
});
