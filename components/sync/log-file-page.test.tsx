import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { LogFileDetail } from "#lib/sync/queries/get-log-file.ts";
import { LogFilePage } from "./log-file-page.tsx";

const file: LogFileDetail = {
  id: 4,
  trailId: 1,
  trailUrl: "s3://trail",
  key: "AWSLogs/<b>.json.gz",
  kind: "log",
  state: "ingested",
  reason: null,
  attempts: 1,
  isDue: false,
  sizeBytes: 900,
  uncompressedBytes: 4000,
  storageClass: null,
  sha256: "ab".repeat(32),
  recordsRead: 152,
  eventsInserted: 2,
  recordsDuplicate: 0,
  recordsFiltered: 0,
  recordsRejected: 150,
  lastModified: null,
  firstSeenAt: "2024-05-01T10:00:00Z",
  lastSeenAt: "2024-05-01T10:00:00Z",
  ingestedAt: "2024-05-01T10:00:00Z",
  readRunId: 1,
  sameBytesAt: null,
  expiredAt: null,
  earlierVersions: 0,
  earlierEvents: 0,
  lackingEvents: 0,
  versions: [],
  rejected: [{ position: 7, reason: "It has no <eventTime>.", bytes: 5, isWithdrawn: false, beginning: "<img>\u202e" }],
  rejectedTotal: 150,
};
const markupOf = (detail: LogFileDetail) => renderToStaticMarkup(<LogFilePage file={detail} timeZone="UTC" />);

test("a file's page says which records were rejected and why, as text", () => {
  const markup = markupOf(file);
  for (const said of ["s3://trail", "AWSLogs/&lt;b&gt;.json.gz", file.sha256 ?? "", "150 rejected", "Records[7]"]) {
    expect(markup).toContain(said);
  }
  expect(markup).toContain("It has no &lt;eventTime&gt;.");
  expect(markup).toContain("&lt;img&gt;");
  expect(markup).toContain(`data-code="U+202E"`);
  expect(markup).toContain("The first 1 by place");
});

test("a file that was replaced says what it was, and leads to the events of each part", () => {
  const version = {
    etag: "e",
    sizeBytes: 900,
    recordsRead: 3,
    eventsInserted: 3,
    recordsDuplicate: 0,
    recordsFiltered: 0,
    recordsRejected: 0,
    since: "2024-05-01T10:00:00Z",
    replacedAt: null,
  };
  const versions: LogFileDetail["versions"] = [
    { ...version, fromCommitNo: 3, toCommitNo: 8, state: "ingested", reason: null, sha256: "ab", difference: null },
    {
      ...version,
      fromCommitNo: 8,
      toCommitNo: null,
      state: "failed",
      reason: "It is <no> log file.",
      sha256: null,
      difference: { gone: 2, both: 1, added: 0, unsure: 0, changed: 1 },
    },
  ];
  const detail = { ...file, earlierVersions: 1, earlierEvents: 3, lackingEvents: 2, versions };
  const events = [{ eventId: "a/b", eventTime: "2024-05-01T10:00:00Z", summary: "Ana <did> it" }];
  const markup = renderToStaticMarkup(
    <LogFilePage file={detail} chosen={{ version: 8, part: "gone", events }} timeZone="UTC" />,
  );
  for (const said of [
    "Replaced once: 2 events are in an earlier version only.",
    "It is &lt;no&gt; log file.",
    `href="/sync/files/4?version=8&amp;part=gone#version-events"`,
    "1 with other bytes",
    "2 events in version 1 and not in version 2",
    "Ana &lt;did&gt; it",
    "The first 1 by time",
  ]) {
    expect(markup).toContain(said);
  }
  expect(markupOf(detail)).not.toContain("in version 1 and not");
});

test("an archived file's restore command can be copied; an expired one says since when", () => {
  const reason = "Archived in GLACIER; restore it with: aws s3api restore-object --bucket b --key 'k'";
  expect(markupOf({ ...file, state: "archived", reason })).toContain("Copy the restore command");
  expect(markupOf({ ...file, state: "failed", reason: "no" })).not.toContain("Copy the restore command");
  const gone = markupOf({ ...file, state: "expired", expiredAt: "2024-06-01T10:00:00Z" });
  expect(gone).toContain("Gone from the bucket since");
  expect(gone).toContain("its events stay");
  expect(markupOf({ ...file, state: "skipped", kind: "digest" })).toContain("digest");
});

test("a file that failed says why", () => {
  const reason = "The file is no gzip.";
  const markup = markupOf({ ...file, state: "failed", reason, sha256: null, rejected: [], rejectedTotal: 0 });
  expect(markup).toContain(reason);
  expect(markup).not.toContain("rejected record");
});
