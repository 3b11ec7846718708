import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { LogFileDetail } from "#lib/sync/queries/get-log-file.ts";
import { LogFilePage } from "./log-file-page.tsx";

const file: LogFileDetail = {
  id: 4,
  trailId: 1,
  trailUrl: "s3://trail",
  key: "AWSLogs/<b>.json.gz",
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
  rejected: [{ position: 7, reason: "It has no <eventTime>.", bytes: 5, beginning: "<img>\u202e" }],
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

test("a file that failed says why", () => {
  const reason = "The file is no gzip.";
  const markup = markupOf({ ...file, state: "failed", reason, sha256: null, rejected: [], rejectedTotal: 0 });
  expect(markup).toContain(reason);
  expect(markup).not.toContain("rejected record");
});
