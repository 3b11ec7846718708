import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { FILTER_NAMES, parseEventFilter } from "#lib/events/filter.ts";
import { literalPattern } from "#lib/events/filter-term.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { listEvents } from "./list-events.ts";

const ROLE = "arn:aws:iam::111122223333:role/team/Deploy";

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    {
      eventId: "plain",
      eventTime: "2024-01-01T00:00:00Z",
      project: "111122223333/eu-west-1/web",
      sourceIp: "192.0.2.1",
      accessKeyId: "AKIAONE",
      record: '{"eventID":"plain","requestParameters":{"name":"Grüße an \\"alle\\"","path":"a\\/b"}}',
    },
    {
      eventId: "failed",
      eventTime: "2024-01-02T00:00:00Z",
      action: "DeleteProject",
      errorCode: "Access_Denied",
      project: "111122223333/us-east-1/web",
      subjectArn: "arn:aws:iam::111122223333:user/eve",
      sourceIp: "192.0.2.10",
      record:
        '{"eventID":"failed","odd":"100% sure_thing\\u0000 \\ud800 back\\\\slash \\u00e9t\\u00e9 \\u003cb\\u003e"}',
    },
    {
      eventId: "session",
      eventTime: "2024-01-03T00:00:00Z",
      source: "codestar-connections.amazonaws.com",
      action: "GetConnection",
      access: "read",
      principal: { key: ROLE, type: "AssumedRole", name: "Deploy", arn: ROLE },
      principalName: "Deploy/bob",
      principalArn: "arn:aws:sts::111122223333:assumed-role/Deploy/bob",
      issuerArn: ROLE,
      resourceArn: "arn:aws:codestar-connections:eu-west-1:111122223333:connection/1",
      resourceKeys: [
        "arn:aws:codeconnections:eu-west-1:111122223333:connection/1",
        "arn:aws:codeconnections:eu-west-1:111122223333:host/h",
      ],
      accountId: "444455556666",
      region: null,
    },
    {
      eventId: "odd",
      eventTime: "2024-01-04T00:00:00Z",
      action: "Weird*Action",
      project: "111122223333/eu-west-1/we/b",
      principal: { key: "AIDAODD", name: "!important" },
      sourceIp: "2001:db8::1",
    },
  ]);
});

async function matches(search: string): Promise<string[]> {
  const { filter, problems } = parseEventFilter(new URLSearchParams(search));
  expect(problems).toEqual([]);
  const { events } = await listEvents({ filter, order: "asc" });
  return events.map((event) => event.eventId);
}

describe("filterSql", () => {
  it.each<[string, string[]]>([
    ["", ["plain", "failed", "session", "odd"]],
    ["from=2024-01-02", ["failed", "session", "odd"]],
    ["to=2024-01-02", ["plain"]],
    ["from=2024-01-02&to=2024-01-03T00:00:01Z", ["failed", "session"]],
    ["project=web", ["plain", "failed"]],
    ["project=111122223333/eu-west-1/web", ["plain"]],
    ["project=111122223333/*/web", ["plain", "failed"]],
    ["project=we/b", ["odd"]],
    ["project=111122223333/eu-west-1/we/b", ["odd"]],
    ["project=!web", ["session", "odd"]],
    ["project=!*", ["session"]],
    ["project=web&project=!*", ["plain", "failed", "session"]],
    ["project=web&project=!*&project=!*/us-east-1/*", ["plain", "session"]],
    ["project=*&project=!*", ["plain", "failed", "session", "odd"]],
    ["project=!web&project=!*", ["session"]],
    ["error=Access_Denied&error=!*&region=eu-west-1", ["plain", "failed", "odd"]],
    ["project=w*&project=!*/us-east-1/*", ["plain", "odd"]],
    ["project=nothing", []],
    ["principal=alice", ["plain", "failed"]],
    ["principal=AIDAALICE", ["plain", "failed"]],
    [`principal=${ROLE}`, ["session"]],
    ["principal=Deploy", ["session"]],
    ["principal=Deploy/bob", ["session"]],
    ["principal=arn:aws:sts::111122223333:assumed-role/Deploy/bob", ["session"]],
    ["principal=*:assumed-role/Deploy/*", ["session"]],
    ["principal=!Deploy", ["plain", "failed", "odd"]],
    [String.raw`principal=\!important`, ["odd"]],
    ["principal=!!important", ["plain", "failed", "session"]],
    ["principal=alice&principal=Deploy&principal=!*/bob", ["plain", "failed"]],
    ["subject=*:user/eve", ["failed"]],
    ["subject=!*:user/eve", ["plain", "session", "odd"]],
    ["action=CreateProject&action=DeleteProject", ["plain", "failed"]],
    ["action=*Project&action=!Delete*", ["plain"]],
    [String.raw`action=Weird\*Action`, ["odd"]],
    [String.raw`action=Weird\*`, []],
    ["action=createproject", []],
    ["source=codestar-connections.amazonaws.com", ["session"]],
    ["source=*.amazonaws.com&action=!GetConnection", ["plain", "failed", "odd"]],
    ["account=444455556666", ["session"]],
    ["region=eu-west-1", ["plain", "failed", "odd"]],
    ["region=!eu-west-1", ["session"]],
    ["region=!*", ["session"]],
    ["access=read", ["session"]],
    ["access=!read", ["plain", "failed", "odd"]],
    ["access=read&access=write", ["plain", "failed", "session", "odd"]],
    ["outcome=failure", ["failed"]],
    ["error=Access_Denied", ["failed"]],
    ["error=AccessXDenied", []],
    ["error=Access_*", ["failed"]],
    ["error=*", ["failed"]],
    ["error=!*", ["plain", "session", "odd"]],
    ["ip=192.0.2.1", ["plain"]],
    ["ip=192.0.2.*", ["plain", "failed"]],
    ["key=AKIA*", ["plain"]],
    ["resource=*:connection/*", ["session"]],
    ["resource=arn:aws:codeconnections:eu-west-1:111122223333:connection/1", ["session"]],
    ["resource=arn:aws:codeconnections:*", ["session"]],
    ["resource=arn:aws:codeconnections:eu-west-1:111122223333:host/h", ["session"]],
    ["resource=arn:aws:codestar-connections:eu-west-1:111122223333:host/h", ["session"]],
    ["resource=arn:aws:codeconnections:eu-west-1:111122223333:host/*", []],
    ["outcome=failure&access=read", []],
  ])("%s", async (search, expected) => {
    expect(await matches(search)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["plain", ["plain"]],
    ["PLAIN", ["plain"]],
    ["eventid failed", ["failed"]],
    ["eventID nothing", []],
    ["Grüße", ["plain"]],
    ["grüße", ["plain"]],
    ['"an \\"alle\\""', ["plain"]],
    [String.raw`an\"alle`, []],
    ["a/b", ["plain"]],
    ["100%", ["failed"]],
    ["sure_thing", ["failed"]],
    ["sureXthing", []],
    ["sure*thing", ["failed"]],
    ["été", ["failed"]],
    ["ÉTÉ", ["failed"]],
    ["<b>", ["failed"]],
    [String.raw`back\slash`, ["failed"]],
    [String.raw`back\\slash`, ["failed"]],
    ["\0", ["failed"]],
    ["!plain", ["failed", "session", "odd"]],
    ["!plain eventID", ["failed", "session", "odd"]],
  ])("finds the words %j in the record", async (text, expected) => {
    expect(await matches(new URLSearchParams({ q: text }).toString())).toEqual(expected);
  });

  it("takes several words filters as any of them", async () => {
    expect(await matches("q=plain&q=failed")).toEqual(["plain", "failed"]);
  });

  it("takes hostile values in every filter for what they are: values", async () => {
    const count = async () => {
      const { rows } = await pool().query(
        `SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM event_record) AS records,
          (SELECT count(*) FROM action) AS actions, (SELECT count(*) FROM principal) AS principals,
          (SELECT count(*) FROM project) AS projects, (SELECT count(*) FROM pg_tables WHERE schemaname = 'public') AS tables`,
      );
      return rows[0];
    };
    const before = await count();
    const hostile = [
      "'; DROP TABLE event; --",
      "' OR '1'='1",
      "\\'; DELETE FROM event; --",
      "$$; TRUNCATE event CASCADE; $$",
      "1) OR TRUE; DROP TABLE project; --",
      '"; DROP TABLE action; --',
      "%",
      "_",
      "$1",
      "?",
      "{}",
      "{a,b}",
      "NULL",
      "\0",
      "\ud800",
      "\u202e\u0007\u001b[2J",
      "*'; DROP TABLE principal; --*",
      "(a+)+$",
      "\\",
      "x".repeat(5000),
    ];
    for (const name of FILTER_NAMES) {
      for (const value of hostile) {
        for (const given of [value, `!${value}`, `${literalPattern(value)}*`]) {
          const { filter } = parseEventFilter(new URLSearchParams([[name, given]]));
          if (Object.keys(filter.terms).length === 0 && filter.from === undefined) continue;
          const { events } = await listEvents({ filter });
          if (name !== "q") expect(events, `${name}=${given}`).toHaveLength(given.startsWith("!") ? 4 : 0);
        }
      }
    }
    expect(await count()).toEqual(before);
  });
});
