import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { FACET_NAMES, type FacetName } from "#lib/events/fields.ts";
import { type EventFilter, parseEventFilter } from "#lib/events/filter.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import type { TestEvent } from "#lib/events/testing/test-event.ts";
import { Random } from "#scripts/sample-trail/random.ts";
import { countEvents } from "./count-events.ts";
import { eventFacet } from "./event-facet.ts";
import { filterSql } from "./filter-sql.ts";

const filterOf = (search: string): EventFilter => parseEventFilter(new URLSearchParams(search)).filter;
const orNone = <Value>(values: readonly Value[], at: number): Value | null => values[at] ?? null;

/** Repeatable; every column has several values and, where it may, none. */
function someEvents(count: number, seed: number): TestEvent[] {
  const random = new Random(`facets/${seed}`);
  const next = (below: number) => random.int(0, below - 1);
  return Array.from({ length: count }, (_, index) => ({
    eventId: `${seed}-${index}`,
    eventTime: new Date(Date.UTC(2024, 2, 28) + next(4) * 86_400_000 + next(3) * 3_600_000).toISOString(),
    action: ["CreateProject", "DeleteProject", "ListProjects"][next(3)],
    access: next(2) === 0 ? "read" : "write",
    errorCode: orNone(["AccessDenied", "Throttled"], next(6)),
    principal: { key: `AIDA${next(3)}`, name: `user_${next(3)}` },
    project: orNone(["111122223333/eu-west-1/web", "444455556666/eu-west-1/api"], next(3)),
    accountId: orNone(["111122223333", "444455556666"], next(3)),
    region: orNone(["eu-west-1", "us-east-1"], next(3)),
    sourceIp: orNone(["192.0.2.1", "192.0.2.2", "AWS Internal"], next(4)),
    accessKeyId: orNone(["AKIA1", "ASIA%2"], next(3)),
    subjectArn: orNone([String.raw`arn:aws:iam::1:user/a\b*`], next(2)),
    resourceArn: orNone(["arn:aws:codestar:eu-west-1:1:project/web"], next(2)),
    isRelated: next(8) === 0,
  }));
}

beforeAll(async () => {
  await emptyDatabase();
  for (const seed of [11, 12, 13]) await insertEvents(someEvents(120, seed));
});

const COLUMNS: Record<FacetName, string> = {
  source: "action.event_source",
  action: "action.event_name",
  access: "event.access::text",
  outcome: "event.outcome::text",
  error: "event.error_code",
  principal: "principal.key",
  project: "project.account_id || '/' || project.region || '/' || project.project_id",
  subject: "event.subject_arn",
  resource: "event.resource_arn",
  account: "event.account_id",
  region: "event.region",
  ip: "event.source_ip",
  key: "event.access_key_id",
};

/** By nothing but the events. */
async function plainly(name: FacetName, search: string, asOf: number) {
  const where = await filterSql(filterOf(search), { asOf, now: new Date() });
  return readRows(
    z.object({ value: z.string().nullable(), count: dbNumber }),
    Prisma.sql`SELECT value, count(*) AS count FROM (SELECT ${Prisma.raw(COLUMNS[name])} AS value FROM event
      JOIN action ON action.id = event.action_ref JOIN principal ON principal.id = event.principal_ref
      LEFT JOIN project ON project.id = event.project_ref
      WHERE ${where}) AS named GROUP BY value ORDER BY count DESC, value COLLATE "C" NULLS LAST`,
  );
}

const everyFilter = [
  "",
  "from=2024-03-28T00:00:00Z&to=2024-03-30T00:00:00Z",
  "from=2024-03-28T00:30:00Z&to=2024-03-30T01:30:00Z",
  "from=2024-03-28T00:30:00Z&error=!*",
  "outcome=failure",
  "access=write&action=Create*",
  "account=111122223333",
  "account=!111122223333",
  "region=!*",
  "error=AccessDenied&error=Throttled",
  "project=web",
  "project=!web&action=!List*",
  "project=!*&to=2024-03-29T12:00:00Z",
  "principal=AIDA1",
  "principal=!AIDA1&outcome=success",
  "principal=user_1",
  "principal=AIDA1&project=web&account=!*",
  "ip=192.0.2.*",
  "key=!*&access=read",
  "subject=*&ip=!*",
  "resource=arn:aws:codestar:eu-west-1:1:project/web",
  "subject=*&action=Create*&project=web",
  "key=*&principal=!AIDA1",
  "related=include&account=111122223333",
];

describe.each(everyFilter)("eventFacet, filtered by %j", (search) => {
  it.each([1, 2, 3])("counts every field as the events themselves do, as of commit %i", async (asOf) => {
    for (const field of FACET_NAMES) {
      const facet = await eventFacet({ field, filter: filterOf(search), asOf });
      const plain = await plainly(field, search, asOf);
      expect({ field, values: facet.values.map(({ value, count }) => ({ value, count })) }).toEqual({
        field,
        values: plain,
      });
      expect(facet.total).toBe(plain.length);
    }
    const { events } = await countEvents({ filter: filterOf(search), asOf });
    expect(events).toBe((await plainly("access", search, asOf)).reduce((sum, { count }) => sum + count, 0));
  });
});

describe("eventFacet that searches", () => {
  const found = async (field: FacetName, search: string, limit?: number) => {
    const facet = await eventFacet({ field, filter: filterOf(""), search, limit });
    return { values: facet.values.map(({ value }) => value ?? "").toSorted(), total: facet.total };
  };

  it("finds a part of the value whatever its case, and never what has no value", async () => {
    expect(await found("account", "5555")).toEqual({ values: ["444455556666"], total: 1 });
    expect(await found("ip", "aws int")).toEqual({ values: ["AWS Internal"], total: 1 });
    expect(await found("project", "EU-WEST-1/API")).toEqual({ values: ["444455556666/eu-west-1/api"], total: 1 });
    expect(await found("ip", "")).toMatchObject({ total: 4 });
    expect(await found("ip", "nowhere")).toEqual({ values: [], total: 0 });
  });

  it("finds a principal by its label, too", async () => {
    const facet = await eventFacet({ field: "principal", filter: filterOf(""), search: "USER_" });
    expect(facet.total).toBe(3);
    expect(await found("principal", "aida2")).toEqual({ values: ["AIDA2"], total: 1 });
  });

  it("takes no character for another", async () => {
    expect(await found("key", "%")).toEqual({ values: ["ASIA%2"], total: 1 });
    expect(await found("key", "A_IA")).toEqual({ values: [], total: 0 });
    expect(await found("subject", String.raw`a\b*`)).toMatchObject({ total: 1 });
    expect(await found("subject", "' OR true --\0")).toEqual({ values: [], total: 0 });
  });

  it("says how many it has found in all where it is cut", async () => {
    expect(await found("ip", "192.0.2", 1)).toMatchObject({ total: 2, values: [expect.stringContaining("192.0.2.")] });
  });
});
