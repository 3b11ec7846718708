import { expect, test } from "vitest";
import { runProblems } from "./run-problems.ts";

test("the pass's own problem comes first, and each trail is named once", () => {
  const trails = [
    { url: "s3://one", error: null },
    { url: "s3://two", error: "Nothing lies under s3://two; check the prefix in TRAIL_URLS." },
    { url: "s3://three", error: "The AWS credentials have expired; renew them." },
  ];
  expect(runProblems({ error: "The pass was interrupted.", trails })).toEqual([
    "The pass was interrupted.",
    "Nothing lies under s3://two; check the prefix in TRAIL_URLS.",
    "s3://three: The AWS credentials have expired; renew them.",
  ]);
});

test("a pass without problems has none", () => {
  expect(runProblems({ error: null, trails: [{ url: "s3://one", error: null }] })).toEqual([]);
});
