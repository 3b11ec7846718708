import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { EventDetail } from "#lib/events/event-detail.ts";
import type { RecordPath } from "#lib/events/jq-path.ts";
import { RECORD_PATHS } from "#lib/events/record-paths.ts";
import { filterOfValue } from "#lib/events/filter-of-value.ts";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import { logKey, trailFolder, type TrailFolder } from "#lib/sync/testing/trail-folder.ts";
import { playSample } from "#scripts/sample-trail/play-sample.ts";
import { z } from "zod";
import { currentCommit } from "./current-commit.ts";
import { filterSql } from "./filter-sql.ts";
import { getEvent } from "./get-event.ts";

/** Days of the sample that are looked at, of 50. */
const SHARE = 50;

let trail: TrailFolder;
let events: EventDetail[];

beforeAll(async () => {
  // One record of each kind: action, outcome and sort of principal.
  const kinds = new Map<string, string>();
  for (const files of playSample(0, SHARE)) {
    for (const record of files.flatMap((file) => file.records)) {
      const { eventSource, eventName, errorCode, userIdentity } = JSON.parse(record) as Record<string, unknown>;
      const { type, invokedBy } = (userIdentity ?? {}) as Record<string, unknown>;
      kinds.set(JSON.stringify([eventSource, eventName, errorCode, type, invokedBy]), record);
    }
  }
  trail = await trailFolder();
  await trail.putLog(logKey("20240501T0000Z_sample"), [...kinds.values(), ...ODD]);
  await syncOnce([trail.url], { eventSources: "codepipeline.amazonaws.com,sts.amazonaws.com" });
  const { rows } = await pool().query<{ id: string }>("SELECT event_id AS id FROM event ORDER BY event_id");
  events = [];
  for (const { id } of rows) events.push((await getEvent(id))!);
});
afterAll(() => trail.destroy());

const ARN = "arn:aws:iam::111122223333:user/%_\\*\u0000";
const ODD = [
  {
    eventTime: "2024-05-01T00:00:00Z",
    eventSource: "codestar.amazonaws.com",
    eventName: "!Create*Project\\",
    eventID: "odd",
    awsRegion: "eu-west-1",
    recipientAccountId: "111122223333",
    sourceIPAddress: "half \ud800 nul \u0000",
    userAgent: "w".repeat(3000),
    userIdentity: { type: "IAMUser", principalId: "AIDA*", arn: ARN, userName: '"quoted" \\ name', accessKeyId: "*" },
    requestParameters: {
      projectId: "sha*dow",
      userArn: ARN,
      text: ['say "hi" \\ twice', "two\nlines \u2028", "<b>&'=", " ", 1.5, "HIDDEN_DUE_TO_SECURITY_REASONS"],
    },
  },
];

function* leaves(value: unknown, path: RecordPath = []): Generator<{ path: RecordPath; value: string }> {
  if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value))
      yield* leaves(member, [...path, Array.isArray(value) ? Number(key) : key]);
  } else if (typeof value === "string") yield { path, value };
  else if (value !== null) yield { path, value: JSON.stringify(value) };
}

describe("the filter for a value of a record", () => {
  it("finds the event itself, whatever the value", async () => {
    const now = new Date();
    const asOf = await currentCommit();
    const missed: unknown[] = [];
    const asked = new Map<string, number>();
    for (const event of events) {
      const conditions: Prisma.Sql[] = [];
      const filters = [...leaves(JSON.parse(event.record))].flatMap(({ path, value }) => {
        const found = filterOfValue(event, path, value);
        return found === null ? [] : [{ path, value, ...found }];
      });
      for (const { name, pattern } of filters) {
        asked.set(name, (asked.get(name) ?? 0) + 1);
        const terms = { [name]: [{ pattern, isExcluded: false }] };
        conditions.push(await filterSql(event.isRelated ? { related: "include", terms } : { terms }, { asOf, now }));
      }
      const tests = conditions.map((condition) => Prisma.sql`coalesce(${condition}, FALSE)`);
      const [row] = await readRows(
        z.object({ hits: z.array(z.boolean()) }),
        Prisma.sql`SELECT ARRAY[${Prisma.join(tests)}] AS hits FROM event WHERE event_id = ${event.eventId}`,
      );
      missed.push(...filters.filter((_, index) => row?.hits[index] !== true));
    }
    expect(missed).toEqual([]);
    // Every field that declares a place has been asked for.
    const names = [...Object.keys(RECORD_PATHS), "subject", "resource", "q"];
    expect(names.filter((name) => !asked.has(name))).toEqual([]);
    expect(events.length).toBeGreaterThan(60);
  });

  it("takes the field of the place rather than words", () => {
    const event = events.find(({ eventId }) => eventId === "odd")!;
    expect(filterOfValue(event, ["eventName"], "!Create*Project\\")).toEqual({
      name: "action",
      pattern: "\\!Create\\*Project\\\\",
    });
    expect(filterOfValue(event, ["requestParameters", "userArn"], ARN)?.name).toBe("subject");
    expect(filterOfValue(event, ["requestParameters", "projectId"], "sha*dow")).toEqual({
      name: "project",
      pattern: "111122223333/eu-west-1/sha\\*dow",
    });
    // The same text elsewhere is no region.
    expect(filterOfValue(event, ["awsRegion"], "eu-west-1")?.name).toBe("region");
    expect(filterOfValue(event, ["requestParameters", "tags", "awsRegion"], "eu-west-1")?.name).toBe("q");
    // What the column holds cut can't be found by it.
    expect(filterOfValue(event, ["userAgent"], "w".repeat(3000))).toBeNull();
  });
});
