import { expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { parseEventFilter } from "#lib/events/filter.ts";
import { countEvents } from "./count-events.ts";
import { listEvents } from "./list-events.ts";
import { dumpEvents } from "#lib/sync/testing/dump-events.ts";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import { testRecord } from "#lib/sync/testing/test-record.ts";
import { logKey } from "#lib/sync/testing/trail-folder.ts";
import { trailOfEachTest } from "#lib/sync/testing/trail-of-each-test.ts";

const trail = trailOfEachTest();

const named = (eventID: string, fields: object) => testRecord(eventID, { eventID, ...fields });
const stack = (id: string, stackName: string) =>
  named(id, {
    eventSource: "cloudformation.amazonaws.com",
    eventName: "CreateStack",
    requestParameters: { stackName },
  });
const project = (id: string, projectId: string, more: object = {}) =>
  named(id, { eventName: "CreateProject", requestParameters: { id: projectId }, ...more });
const NOT_FOUND = { eventName: "DescribeProject", errorCode: "ProjectNotFoundException" };

const filterOf = (search: string) => parseEventFilter(new URLSearchParams(search)).filter;
async function assigned(): Promise<Record<string, string | null>> {
  const { rows } = await pool().query<{ id: string; project: string | null }>(
    `SELECT e.event_id AS id, p.project_id AS project FROM event e LEFT JOIN project p ON p.id = e.related_project_ref
     WHERE e.related_reason IS NOT NULL ORDER BY 1`,
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.project]));
}
async function ids(search: string): Promise<string[]> {
  const { events } = await listEvents({ filter: filterOf(search) });
  expect(await countEvents({ filter: filterOf(search) })).toMatchObject({ events: events.length });
  return events.map((event) => event.eventId).toSorted();
}

it("keeps what bears a project's marks whatever projects are known, and shows it only when asked", async () => {
  await trail.putLog(logKey("a"), [
    project("p", "shop"),
    stack("s", "awscodestar-shop"),
    stack("orphan", "awscodestar-gone-lambda"),
    stack("other", "unmarked"),
  ]);
  expect(await syncOnce([trail.url])).toMatchObject({ recordsRead: 4, eventsInserted: 3, recordsFiltered: 1 });
  expect(await assigned()).toEqual({ s: "shop", orphan: null });
  expect(await ids("")).toEqual(["p"]);
  expect(await ids("related=include")).toEqual(["orphan", "p", "s"]);
  expect(await ids("related=only")).toEqual(["orphan", "s"]);
  expect(await ids("project=shop")).toEqual(["p"]);
  expect(await ids("project=shop&related=include")).toEqual(["p", "s"]);
  expect(await ids("project=!shop&related=include")).toEqual(["orphan"]);
  expect((await listEvents({ filter: filterOf("related=only&project=shop") })).events[0]).toMatchObject({
    isRelated: true,
    relatedReason: "stack",
    relatedProjectId: "shop",
    projectId: null,
  });
});

const STORY = [
  project("p1", "shop"),
  project("p2", "shop-api"),
  project("p3", "shop-api-v2", NOT_FOUND),
  stack("s1", "awscodestar-shop-lambda"),
  stack("s2", "awscodestar-shop-api"),
  stack("s3", "awscodestar-shop-api-v2-lambda"),
  stack("s4", "awscodestar-shopping"),
  stack("s5", "awscodestar-stray"),
  project("p4", "stray", NOT_FOUND),
];
const LONGEST = { s1: "shop", s2: "shop-api", s3: "shop-api", s4: null, s5: "stray" };

it.each([
  ["in order", (index: number) => index],
  ["backwards", (index: number) => -index],
  ["related ones first", (index: number) => (index < 3 ? index + 100 : index)],
])("assigns to the longest id, any confirmed before those that only failures name: %s", async (_, rank) => {
  const files = STORY.map((record, index) => ({ record, index })).toSorted((a, b) => rank(a.index) - rank(b.index));
  for (const { record, index } of files) {
    await trail.putLog(logKey(`2024050${index + 1}T0000Z_AAAAAAAAAAAAAAA${index}`), [record]);
    await syncOnce([trail.url]);
  }
  expect(await assigned()).toEqual(LONGEST);
  const oneByOne = await dumpEvents();
  await emptyDatabase();
  await syncOnce([trail.url]);
  expect(await dumpEvents()).toEqual(oneByOne);
});

it("takes a name that ends with the hyphen, too, whichever came first", async () => {
  await trail.putLog(logKey("a"), [stack("s", "awscodestar-shop-")]);
  await syncOnce([trail.url]);
  await trail.putLog(logKey("b"), [project("p", "shop")]);
  await syncOnce([trail.url]);
  expect(await assigned()).toEqual({ s: "shop" });
});

it("moves what it had assigned when a longer id is confirmed later", async () => {
  await trail.putLog(logKey("a"), [
    project("p1", "shop"),
    stack("s", "awscodestar-shop-api-lambda"),
    project("p2", "shop-api", NOT_FOUND),
  ]);
  await syncOnce([trail.url]);
  expect(await assigned()).toEqual({ s: "shop" });
  await trail.putLog(logKey("b"), [project("p3", "shop-api")]);
  await syncOnce([trail.url]);
  expect(await assigned()).toEqual({ s: "shop-api" });
});

it("counts it like any other once its event source is kept, and finds names without a mark then", async () => {
  const repository = named("r", {
    eventSource: "codecommit.amazonaws.com",
    eventName: "CreateRepository",
    requestParameters: { repositoryName: "shop" },
  });
  await trail.putLog(logKey("a"), [project("p", "shop"), stack("s", "awscodestar-shop"), repository]);
  await syncOnce([trail.url]);
  expect(await ids("related=include")).toEqual(["p", "s"]);
  const wider = { eventSources: "cloudformation.amazonaws.com,codecommit.amazonaws.com" };
  expect(await syncOnce([trail.url], wider)).toMatchObject({ eventsInserted: 1, recordsDuplicate: 2 });
  expect(await ids("")).toEqual(["p", "r", "s"]);
  expect(await ids("related=only&project=shop")).toEqual(["r", "s"]);
  const late = await dumpEvents();
  await emptyDatabase();
  await syncOnce([trail.url], wider);
  expect(await dumpEvents()).toEqual(late);
});
