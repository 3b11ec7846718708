import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { getCoverage } from "./get-coverage.ts";

const place = { account: "111122223333", region: "eu-west-1" };
let files = 0;

async function insertFile(day: string, state = "ingested", rest: Record<string, string | null> = {}): Promise<void> {
  const row = {
    trail_id: 1,
    key: `${++files}`,
    etag: "etag",
    size_bytes: 1,
    account_id: place.account,
    region: place.region,
    folder_date: day,
    kind: "log",
    state,
    ...rest,
  };
  const places = Object.keys(row).map((_, index) => `$${index + 1}`);
  await pool().query(
    `INSERT INTO log_file (${Object.keys(row).join(", ")}) VALUES (${places.join(", ")})`,
    Object.values(row),
  );
}

beforeEach(async () => {
  await emptyDatabase();
  await pool().query("INSERT INTO trail (url) VALUES ('s3://trail')");
});

describe("getCoverage", () => {
  it("knows nothing where no log file was read", async () => {
    const none = { firstDay: null, lastDay: null, gaps: [], gapsTotal: 0 };
    expect(await getCoverage(place)).toEqual(none);
    await insertFile("2024-03-01", "failed");
    await insertFile("2024-03-01", "ingested", { region: "us-east-1" });
    await insertFile("2024-03-01", "ingested", { kind: "digest" });
    expect(await getCoverage(place)).toEqual(none);
    expect(await getCoverage({ ...place, account: "\0" })).toEqual(none);
  });

  it("tells days without a log file from days whose log files weren't read", async () => {
    await insertFile("2024-02-20", "pending");
    await insertFile("2024-03-01");
    await insertFile("2024-03-02");
    // 3 and 4 March: nothing.
    await insertFile("2024-03-05");
    await insertFile("2024-03-05", "failed");
    await insertFile("2024-03-06", "archived");
    await insertFile("2024-03-07", "expired", { rules_fingerprint: "as read" });
    await insertFile("2024-03-08", "expired");
    await insertFile("2024-03-08", "skipped");
    await insertFile("2024-03-09");
    await insertFile("2024-03-20", "pending");
    expect(await getCoverage(place)).toEqual({
      firstDay: "2024-03-01",
      lastDay: "2024-03-09",
      gaps: [
        { from: "2024-03-03", to: "2024-03-04", kind: "missing", files: 0 },
        { from: "2024-03-05", to: "2024-03-06", kind: "unread", files: 2 },
        { from: "2024-03-08", to: "2024-03-08", kind: "unread", files: 1 },
      ],
      gapsTotal: 3,
    });
  });
});
