import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { ALL_EVENTS, parseEventFilter } from "#lib/events/filter.ts";
import { RequestError } from "#lib/events/request-error.ts";
import { insertEvents, insertLogFile } from "#lib/events/testing/insert-events.ts";
import { listEvents } from "./list-events.ts";

beforeEach(emptyDatabase);

const filter = (search: string) => parseEventFilter(new URLSearchParams(search)).filter;
const ids = (page: { events: { eventId: string }[] }) => page.events.map((event) => event.eventId);

async function walk(start: Parameters<typeof listEvents>[0]): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents({
      filter: start.filter,
      ...(cursor ? { limit: start.limit, cursor } : start),
    });
    pages.push(ids(page));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return pages;
}

describe("listEvents", () => {
  it("gives a row's fields as the contract names them, with times in UTC", async () => {
    await insertEvents([
      {
        eventId: "full",
        eventTime: "2024-05-06T09:08:07.25+02:00",
        action: "AssociateTeamMember",
        errorCode: "AccessDenied",
        errorMessage: "no",
        principal: { key: "arn:aws:iam::111122223333:role/Admin", type: "AssumedRole", name: "Admin" },
        principalName: "Admin/bob",
        principalArn: "arn:aws:sts::111122223333:assumed-role/Admin/bob",
        issuerArn: "arn:aws:iam::111122223333:role/Admin",
        sessionName: "bob",
        project: "111122223333/eu-west-1/web",
        subjectArn: "arn:aws:iam::111122223333:user/eve",
        mfa: false,
        summary: "Admin/bob tried to add eve to web (AccessDenied)",
      },
    ]);
    const { events, nextCursor, prevCursor, asOf } = await listEvents({ filter: ALL_EVENTS });
    expect({ nextCursor, prevCursor, asOf }).toEqual({ nextCursor: null, prevCursor: null, asOf: 1 });
    expect(events).toEqual([
      {
        eventTime: "2024-05-06T07:08:07.25Z",
        eventId: "full",
        eventSource: "codestar.amazonaws.com",
        eventName: "AssociateTeamMember",
        access: "write",
        outcome: "failure",
        errorCode: "AccessDenied",
        errorMessage: "no",
        principalType: "AssumedRole",
        principalName: "Admin/bob",
        principalArn: "arn:aws:sts::111122223333:assumed-role/Admin/bob",
        issuerArn: "arn:aws:iam::111122223333:role/Admin",
        invokedBy: null,
        projectId: "web",
        projectAccount: "111122223333",
        projectRegion: "eu-west-1",
        subjectArn: "arn:aws:iam::111122223333:user/eve",
        resourceArn: null,
        accountId: "111122223333",
        region: "eu-west-1",
        sourceIp: null,
        userAgent: null,
        accessKeyId: null,
        mfa: false,
        requestId: null,
        eventVersion: null,
        logFile: "AWSLogs/a.json.gz",
        summary: "Admin/bob tried to add eve to web (AccessDenied)",
        principalRef: 1,
        sessionName: "bob",
        isRelated: false,
        relatedReason: null,
        relatedAccount: null,
        relatedRegion: null,
        relatedProjectId: null,
      },
    ]);
  });

  it("is empty before the first sync", async () => {
    expect(await listEvents({ filter: ALL_EVENTS })).toEqual({
      events: [],
      nextCursor: null,
      prevCursor: null,
      asOf: 0,
    });
  });

  describe("paging", () => {
    // Three times shared by several events each, so that every page edge of every size falls among equals somewhere.
    const times = ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00.000001Z", "2024-01-02T00:00:00Z"];
    const newestFirst = times.toReversed().flatMap((_, time) => ["d", "c", "b", "a"].map((id) => `${3 - time}${id}`));
    beforeEach(async () => {
      await insertEvents(
        ["b", "d", "a", "c"].flatMap((id) =>
          times.map((eventTime, time) => ({ eventId: `${time + 1}${id}`, eventTime })),
        ),
      );
    });

    it.each([1, 2, 3, 5, 12, 13])("visits every event once in both orders with %i a page", async (limit) => {
      expect((await walk({ filter: ALL_EVENTS, limit })).flat()).toEqual(newestFirst);
      const oldestFirst = await walk({ filter: ALL_EVENTS, limit, order: "asc" });
      expect(oldestFirst.flat()).toEqual(newestFirst.toReversed());
      expect(oldestFirst.every((page) => page.length <= limit)).toBe(true);
    });

    it("goes back over the same pages", async () => {
      const first = await listEvents({ filter: ALL_EVENTS, limit: 5 });
      const second = await listEvents({ filter: ALL_EVENTS, limit: 5, cursor: first.nextCursor ?? "" });
      const third = await listEvents({ filter: ALL_EVENTS, limit: 5, cursor: second.nextCursor ?? "" });
      expect(third.nextCursor).toBeNull();
      const back = await listEvents({ filter: ALL_EVENTS, limit: 5, cursor: third.prevCursor ?? "" });
      expect(back).toEqual(second);
      const start = await listEvents({ filter: ALL_EVENTS, limit: 5, cursor: back.prevCursor ?? "" });
      expect(start).toEqual(first);
    });

    it("starts around an event, full pages where there are enough", async () => {
      const middle = await listEvents({ filter: ALL_EVENTS, limit: 5, around: "2b" });
      expect(ids(middle)).toEqual(["2d", "2c", "2b", "2a", "1d"]);
      expect([middle.prevCursor, middle.nextCursor].every((cursor) => cursor !== null)).toBe(true);
      const before = await listEvents({ filter: ALL_EVENTS, limit: 5, cursor: middle.prevCursor ?? "" });
      expect(ids(before)).toEqual(["3d", "3c", "3b", "3a"]);
      const top = await listEvents({ filter: ALL_EVENTS, limit: 5, around: "3d" });
      expect([ids(top), top.prevCursor]).toEqual([["3d", "3c", "3b", "3a", "2d"], null]);
      const bottom = await listEvents({ filter: ALL_EVENTS, limit: 5, around: "1a", order: "desc" });
      expect([ids(bottom), bottom.nextCursor]).toEqual([["2a", "1d", "1c", "1b", "1a"], null]);
      const turned = await listEvents({ filter: ALL_EVENTS, limit: 3, around: "2b", order: "asc" });
      expect(ids(turned)).toEqual(["2a", "2b", "2c"]);
    });

    it("doesn't move when events come in between two pages", async () => {
      const first = await listEvents({ filter: ALL_EVENTS, limit: 4 });
      await insertEvents([
        { eventId: "0new", eventTime: "2023-01-01T00:00:00Z" },
        { eventId: "9new", eventTime: "2025-01-01T00:00:00Z" },
        { eventId: "2bb", eventTime: times[1] },
      ]);
      const rest: string[] = [];
      let cursor = first.nextCursor;
      while (cursor) {
        const page: Awaited<ReturnType<typeof listEvents>> = await listEvents({ filter: ALL_EVENTS, limit: 4, cursor });
        expect(page.asOf).toBe(1);
        rest.push(...ids(page));
        cursor = page.nextCursor;
      }
      expect([...ids(first), ...rest]).toEqual(newestFirst);
      expect((await listEvents({ filter: ALL_EVENTS, limit: 1000 })).events).toHaveLength(15);
      expect((await listEvents({ filter: ALL_EVENTS, limit: 1000, asOf: 1 })).events).toHaveLength(12);
    });

    it("counts relative times from the first page's now", async () => {
      const first = await listEvents({ filter: filter("from=-1d"), limit: 2, now: new Date("2024-01-03T00:00:00Z") });
      expect(ids(first)).toEqual(["3d", "3c"]);
      const second = await listEvents({
        filter: filter("from=-1d"),
        limit: 9,
        cursor: first.nextCursor ?? "",
        now: new Date(),
      });
      expect(ids(second)).toEqual(["3b", "3a"]);
    });

    it("refuses foreign cursors, another order or commit than the cursor's, an unknown event and the future", async () => {
      const { nextCursor } = await listEvents({ filter: ALL_EVENTS, limit: 2 });
      for (const cursor of ["", "x", "bnVsbA", Buffer.from('{"t":"now"}').toString("base64url")]) {
        await expect(listEvents({ filter: ALL_EVENTS, cursor })).rejects.toThrow(
          "cursor is not one that a list gave out",
        );
      }
      const ours = JSON.parse(Buffer.from(nextCursor ?? "", "base64url").toString());
      for (const forged of [{ t: "0000-01-01T00:00:00Z" }, { n: "0000-01-01T00:00:00Z" }, { i: "\0" }, { a: 1e300 }]) {
        const cursor = Buffer.from(JSON.stringify({ ...ours, ...forged })).toString("base64url");
        await expect(listEvents({ filter: ALL_EVENTS, cursor })).rejects.toThrow(RequestError);
      }
      await expect(listEvents({ filter: ALL_EVENTS, cursor: nextCursor ?? "", order: "asc" })).rejects.toThrow(
        "order differs",
      );
      await expect(listEvents({ filter: ALL_EVENTS, cursor: nextCursor ?? "", asOf: 0 })).rejects.toThrow(
        "asOf differs",
      );
      await expect(listEvents({ filter: ALL_EVENTS, around: "nobody\0" })).rejects.toThrow("around is no event's id");
      await expect(listEvents({ filter: ALL_EVENTS, asOf: 2 })).rejects.toThrow(
        "asOf must be a commit number from 0 to 1",
      );
      await expect(listEvents({ filter: ALL_EVENTS, asOf: 0.5 })).rejects.toThrow("asOf must be");
    });
  });

  it("names the lowest log file as of the commit", async () => {
    await insertEvents([{ eventId: "twice", logFile: "m.json.gz" }]);
    const deliver = async (key: string) => {
      const commitNo = await insertEvents([]);
      const fileId = await insertLogFile(key, commitNo);
      await pool().query("INSERT INTO event_delivery VALUES ('twice', $1, $2)", [fileId, commitNo]);
      await pool().query(
        `UPDATE event SET log_file_id = $1, log_file_commit_no = $2
         WHERE (SELECT key FROM log_file WHERE id = $1) < (SELECT key FROM log_file WHERE id = event.log_file_id)`,
        [fileId, commitNo],
      );
    };
    for (const key of ["z.json.gz", "k.json.gz", "K.json.gz"]) await deliver(key);
    const seen = await Promise.all([1, 2, 3, 4].map((asOf) => listEvents({ filter: ALL_EVENTS, asOf })));
    expect(seen.map((page) => page.events[0]?.logFile)).toEqual(["m.json.gz", "m.json.gz", "k.json.gz", "K.json.gz"]);
  });
});

describe("the list's last page", () => {
  it("holds the last events in the list's order, and leads back", async () => {
    await insertEvents(
      Array.from({ length: 7 }, (_, index) => ({ eventId: `e${index}`, eventTime: `2024-01-0${index + 1}T00:00:00Z` })),
    );
    const last = await listEvents({ filter: ALL_EVENTS, isFromEnd: true, limit: 3 });
    expect(ids(last)).toEqual(["e2", "e1", "e0"]);
    expect(last.nextCursor).toBeNull();
    const before = await listEvents({ filter: ALL_EVENTS, cursor: last.prevCursor ?? "", limit: 3 });
    expect(ids(before)).toEqual(["e5", "e4", "e3"]);
    expect(ids(await listEvents({ filter: ALL_EVENTS, isFromEnd: true, order: "asc", limit: 2 }))).toEqual([
      "e5",
      "e6",
    ]);
    expect((await listEvents({ filter: ALL_EVENTS, isFromEnd: true, limit: 7 })).prevCursor).toBeNull();
  });
});
