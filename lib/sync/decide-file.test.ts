import { describe, expect, it } from "vitest";
import { decideFile, EMPTY_REASON, type KnownFile } from "./decide-file.ts";
import type { ListedFile } from "./trail-source.ts";

const KEY = "AWSLogs/111122223333/CloudTrail/us-east-1/2024/05/01/x.json.gz";
const listed = (given: Partial<ListedFile> = {}): ListedFile => ({
  key: KEY,
  etag: "a",
  sizeBytes: 10,
  storageClass: null,
  lastModified: null,
  isRestored: false,
  refusal: null,
  ...given,
});
const known = (given: Partial<KnownFile> = {}): KnownFile => ({
  id: 1,
  etag: "a",
  state: "ingested",
  reason: null,
  isDue: false,
  rulesFingerprint: "r",
  wasIngested: true,
  ...given,
});
const decide = (file: ListedFile, of?: KnownFile) => decideFile(file, of, "r", (key) => `restore ${key}`);

describe("decideFile", () => {
  it.each([
    ["a new file", listed(), undefined, "due", "pending"],
    ["an unchanged one", listed(), known(), "unchanged", "ingested"],
    ["one with another etag", listed({ etag: "b" }), known(), "due", "ingested"],
    ["one read by other rules", listed(), known({ rulesFingerprint: "q" }), "due", "ingested"],
    [
      "one that waits since a pass broke off",
      listed(),
      known({ state: "pending", rulesFingerprint: null }),
      "due",
      "pending",
    ],
    ["a failed one", listed(), known({ state: "failed", reason: "bad", rulesFingerprint: null }), "failed", "failed"],
    [
      "a failed one that was replaced",
      listed({ etag: "b" }),
      known({ state: "failed", rulesFingerprint: null }),
      "due",
      "pending",
    ],
    [
      "a failed one to be tried again",
      listed(),
      known({ state: "failed", isDue: true, rulesFingerprint: null }),
      "due",
      "pending",
    ],
    ["an empty one", listed({ sizeBytes: 0 }), undefined, "failed", "failed"],
    ["one that came back", listed(), known({ state: "expired" }), "unchanged", "ingested"],
    ["one that came back unread", listed(), known({ state: "expired", rulesFingerprint: null }), "due", "pending"],
    ["an archived one", listed({ storageClass: "DEEP_ARCHIVE" }), undefined, "skipped", "archived"],
    [
      "an archived one that was restored",
      listed({ storageClass: "GLACIER", isRestored: true }),
      known({ state: "archived", rulesFingerprint: null }),
      "due",
      "pending",
    ],
    ["one that was archived after it was read", listed({ storageClass: "GLACIER" }), known(), "unchanged", "ingested"],
    ["instant retrieval", listed({ storageClass: "GLACIER_IR" }), undefined, "due", "pending"],
    ["a link", listed({ refusal: "A link." }), undefined, "skipped", "skipped"],
    ["a link in the place of one that was read", listed({ refusal: "A link." }), known(), "skipped", "ingested"],
    ["one that has become empty", listed({ etag: "b", sizeBytes: 0 }), known(), "due", "ingested"],
  ] as const)("%s", (_, file, of, fate, state) => {
    expect(decide(file, of)).toMatchObject({ fate, state });
  });

  it.each([
    ["AWSLogs/111122223333/", /folder marker/],
    ["AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2024/05/01/x.json.gz", /digest/],
    ["AWSLogs/111122223333/CloudTrail-Insight/us-east-1/2024/05/01/x.json.gz", /Insights/],
    ["AWSLogs/CloudTrail-Insight/x.json.gz", /Insights/],
    ["AWSLogs/111122223333/CloudTrail-NetworkActivity/us-east-1/2024/05/01/x.json.gz", /network/],
    ["notes.txt", /not that of a log file/],
    ["AWSLogs/111122223333/CloudTrail/us-east-1/2024/02/31/x.json.gz", /not that of a log file/],
  ])("skips %s with its reason", (key, reason) => {
    const decision = decide(listed({ key, sizeBytes: 0 }));
    expect(decision).toMatchObject({ fate: "skipped", state: "skipped" });
    expect(decision.reason).toMatch(reason);
  });

  it("says why, and how to restore", () => {
    expect(decide(listed({ sizeBytes: 0 })).reason).toBe(EMPTY_REASON);
    expect(decide(listed({ storageClass: "GLACIER" })).reason).toBe(
      `Archived in GLACIER; restore it with: restore ${KEY}`,
    );
    expect(decide(listed(), known({ state: "failed", reason: "bad" })).reason).toBe("bad");
  });
});
