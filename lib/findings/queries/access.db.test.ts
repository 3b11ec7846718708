import { describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { pool } from "#lib/db/pool.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import type { TestEvent } from "#lib/events/testing/test-event.ts";
import { findInOrders } from "#lib/findings/testing/find-in-orders.ts";
import { DEFAULT_THRESHOLDS } from "#lib/findings/thresholds.ts";
import { listFindings } from "./list-findings.ts";

const web = "111122223333/eu-west-1/web";
const user = (name: string) => `arn:aws:iam::111122223333:user/${name}`;
const bob = { key: "AIDABOB", name: "bob", arn: user("bob") };
const keys = (found: { key: string }[]) => found.map(({ key }) => key);

const change = (eventId: string, eventTime: string, action: string, more: TestEvent = {}): TestEvent => ({
  eventId,
  eventTime,
  action,
  project: web,
  subjectArn: user("bob"),
  ...more,
});
const end = (eventTime: string): TestEvent => ({ eventId: "end", eventTime, action: "ListProjects", access: "read" });

describe("idle-member", () => {
  const events = [
    change("added", "2024-01-01T00:00:00Z", "AssociateTeamMember", { memberRole: "Viewer", remoteAccess: true }),
    change("changed", "2024-01-03T00:00:00Z", "UpdateTeamMember", { memberRole: "Owner" }),
    change("failed", "2024-01-04T00:00:00Z", "DisassociateTeamMember", { errorCode: "AccessDenied" }),
    { eventId: "act", eventTime: "2024-01-11T00:00:00Z", project: web, principal: bob, access: "read" } as TestEvent,
    end("2024-02-10T00:00:00Z"),
  ];

  it("is a member at the end who did nothing for long", async () => {
    expect(await findInOrders("idle-member", events, { idleDays: 30 })).toEqual([
      {
        key: `changed ${user("bob")}`,
        reason:
          "bob is still Owner of web since 2024-01-01 00:00 UTC, with remote access, and did nothing on it for 30 days up to the end of the data; last on 2024-01-11 00:00 UTC.",
        events: ["changed", "act"],
        total: 2,
      },
    ]);
    expect(await findInOrders("idle-member", events, { idleDays: 31 })).toEqual([]);
  });

  it("counts from when they were let in, where they never did anything", async () => {
    const never = events.filter(({ eventId }) => eventId !== "act");
    expect(await findInOrders("idle-member", never, { idleDays: 40 })).toHaveLength(1);
    expect(await findInOrders("idle-member", never, { idleDays: 41 })).toEqual([]);
  });

  it("counts what was done under the member's ARN, whoever goes by it now", async () => {
    const session = "arn:aws:sts::111122223333:assumed-role/Dev/bob";
    const dev = { key: "arn:aws:iam::111122223333:role/Dev", type: "AssumedRole", name: "Dev" };
    const ofSession = change("added", "2024-01-01T00:00:00Z", "AssociateTeamMember", { subjectArn: session });
    const act: TestEvent = { eventId: "act", eventTime: "2024-01-11T00:00:00Z", project: web, access: "read" };
    const later = { ...dev, arn: dev.key };
    const acts = [ofSession, { ...act, principal: later, principalArn: session }, end("2024-02-10T00:00:00Z")];
    expect(await findInOrders("idle-member", acts, { idleDays: 31 })).toEqual([]);
  });

  it("is the newest of those who went by the ARN, whichever came in first", async () => {
    const as = (key: string, eventTime: string): TestEvent => ({
      eventTime,
      project: "111122223333/eu-west-1/other",
      principal: { ...bob, key },
    });
    const named = [as("AIDAOLD", "2024-01-02T00:00:00Z"), as("AIDANEW", "2024-01-03T00:00:00Z")];
    for (const inOrder of [named, named.toReversed()]) {
      await emptyDatabase();
      for (const event of [...inOrder, ...events]) if (event.eventId !== "act") await insertEvents([event]);
      const page = await listFindings("idle-member", {
        filter: { terms: {} },
        thresholds: { ...DEFAULT_THRESHOLDS, idleDays: 30 },
      });
      expect(page.findings.map(({ principal }) => principal?.key)).toEqual(["AIDANEW"]);
    }
  });

  it("is nobody who was removed, or whose project was deleted", async () => {
    const removed = change("removed", "2024-01-20T00:00:00Z", "DisassociateTeamMember");
    expect(await findInOrders("idle-member", [...events, removed], { idleDays: 1 })).toEqual([]);
    const deleted: TestEvent = { eventTime: "2024-01-20T00:00:00Z", action: "DeleteProject", project: web };
    expect(await findInOrders("idle-member", [...events, deleted], { idleDays: 1 })).toEqual([]);
  });
});

const iam = (eventId: string, eventTime: string, action: string, more: TestEvent = {}): TestEvent => ({
  eventId,
  eventTime,
  source: "iam.amazonaws.com",
  action,
  region: "us-east-1",
  isRelated: true,
  projectPolicy: "CodeStar_web_Owner",
  policyHolder: action === "DeletePolicy" ? null : "bob",
  ...more,
});

describe("left-policy", () => {
  const deleted: TestEvent = {
    eventId: "deleted",
    eventTime: "2024-01-10T00:00:00Z",
    action: "DeleteProject",
    project: web,
    deleteStack: false,
  };
  const attached = iam("attached", "2024-01-01T00:00:00Z", "AttachUserPolicy");
  const events = [attached, deleted, end("2024-01-11T00:00:00Z")];

  it("is a policy that is attached after the deletion", async () => {
    expect(await findInOrders("left-policy", events)).toEqual([
      {
        key: "attached",
        reason: "CodeStar_web_Owner is still attached to bob, 1 day after web was deleted.",
        events: ["attached", "deleted"],
        total: 2,
      },
    ]);
    expect(await findInOrders("left-policy", events, { graceHours: 25 })).toEqual([]);
  });

  it.each([
    ["was detached", iam("x", "2024-01-10T00:00:05Z", "DetachUserPolicy")],
    ["was deleted", iam("x", "2024-01-10T00:00:05Z", "DeletePolicy")],
    ["is a living namesake's", { eventTime: "2024-01-01T00:00:00Z", project: "111122223333/us-east-1/web" }],
    ["is the project's that was made again", { eventTime: "2024-01-10T12:00:00Z", project: web }],
  ] as [string, TestEvent][])("is none that %s", async (_, more) => {
    expect(await findInOrders("left-policy", [...events, more])).toEqual([]);
  });

  it.each([
    ["failed to be deleted", iam("x", "2024-01-10T00:00:05Z", "DeletePolicy", { errorCode: "DeleteConflict" })],
    ["was detached from another", iam("x", "2024-01-10T00:00:05Z", "DetachUserPolicy", { policyHolder: "eve" })],
    ["has a namesake in another account", { eventTime: "2024-01-01T00:00:00Z", project: "444455556666/eu-west-1/web" }],
  ] as [string, TestEvent][])("is still one that %s", async (_, more) => {
    expect(keys(await findInOrders("left-policy", [...events, more]))).toEqual(["attached"]);
  });
});

describe("uncaused-policy", () => {
  const attached = iam("attached", "2024-01-01T01:00:00Z", "AttachUserPolicy");
  const cause = (eventTime: string, more: TestEvent = {}) => change("cause", eventTime, "AssociateTeamMember", more);

  it("is a policy without a change of the team before it", async () => {
    expect(await findInOrders("uncaused-policy", [attached, cause("2024-01-01T00:44:59Z")])).toEqual([
      {
        key: "attached",
        reason:
          "alice attached CodeStar_web_Owner to bob; no change of the team of web for bob is known in the 15 minutes before, the last one was 15 min before.",
        events: ["attached"],
        total: 1,
      },
    ]);
    expect(await findInOrders("uncaused-policy", [attached, cause("2024-01-01T00:45:00Z")])).toEqual([]);
  });

  it("may be a little older than its cause", async () => {
    expect(await findInOrders("uncaused-policy", [attached, cause("2024-01-01T01:01:00Z")])).toEqual([]);
    expect(await findInOrders("uncaused-policy", [attached, cause("2024-01-01T01:01:01Z")])).toHaveLength(1);
  });

  it.each([
    ["failed", { errorCode: "AccessDenied" }],
    ["was for another user", { subjectArn: user("eve") }],
    ["was in another project", { project: "111122223333/eu-west-1/web-2" }],
    ["was in another account", { project: "444455556666/eu-west-1/web" }],
  ] as [string, TestEvent][])("has no cause in a change that %s", async (_, more) => {
    expect(await findInOrders("uncaused-policy", [attached, cause("2024-01-01T00:59:00Z", more)])).toHaveLength(1);
  });

  it("is no failed call and no other policy", async () => {
    const failed = { ...attached, errorCode: "AccessDenied" };
    expect(await findInOrders("uncaused-policy", [failed])).toEqual([]);
    expect(await findInOrders("uncaused-policy", [{ ...attached, projectPolicy: "CodeStar_web_Else" }])).toEqual([]);
  });
});

describe("kept-stack", () => {
  it("is a deletion that says so", async () => {
    const deletion = (eventId: string, more: TestEvent): TestEvent => ({
      eventId,
      action: "DeleteProject",
      project: web,
      ...more,
    });
    const events = [
      deletion("kept", { deleteStack: false }),
      deletion("not kept", { deleteStack: true }),
      deletion("says nothing", {}),
      deletion("failed", { deleteStack: false, errorCode: "AccessDenied" }),
    ];
    expect(await findInOrders("kept-stack", events)).toEqual([
      { key: "kept", reason: "alice deleted web and kept its stack.", events: ["kept"], total: 1 },
    ]);
  });
});

describe("brief-widening", () => {
  const steps = (narrowedAt: string, ...terms: TestEvent[]) => [
    change("added", "2024-01-01T00:00:00Z", "AssociateTeamMember", { memberRole: "Viewer", remoteAccess: false }),
    change("widened", "2024-01-02T00:00:00Z", "UpdateTeamMember", terms[0]),
    change("narrowed", narrowedAt, "UpdateTeamMember", terms[1]),
  ];
  const owner = { memberRole: "Owner" };
  const viewer = { memberRole: "Viewer" };

  it("is a role that is widened and narrowed within the hours", async () => {
    expect(await findInOrders("brief-widening", steps("2024-01-03T00:00:00Z", owner, viewer))).toEqual([
      {
        key: "widened",
        reason: "bob of web went from Viewer to Owner, and 24 h 0 min later to Viewer.",
        events: ["widened", "narrowed"],
        total: 2,
      },
    ]);
    expect(await findInOrders("brief-widening", steps("2024-01-03T00:00:01Z", owner, viewer))).toEqual([]);
  });

  it("is remote access, on and off, with a role that the request doesn't repeat", async () => {
    const found = await findInOrders(
      "brief-widening",
      steps("2024-01-02T01:00:00Z", { remoteAccess: true }, { remoteAccess: false }),
    );
    expect(found.map(({ reason }) => reason)).toEqual([
      "bob of web went from Viewer to Viewer with remote access, and 1 h 0 min later to Viewer.",
    ]);
  });

  it("ends with a removal, too, but doesn't begin with a first role", async () => {
    const removed = change("removed", "2024-01-02T01:00:00Z", "DisassociateTeamMember");
    expect(keys(await findInOrders("brief-widening", [...steps("2024-02-01T00:00:00Z", owner, {}), removed]))).toEqual([
      "widened",
    ]);
    expect(await findInOrders("brief-widening", steps("2024-01-03T00:00:00Z", {}, viewer))).toEqual([]);
    const again = change("again", "2024-01-02T00:00:00Z", "AssociateTeamMember", owner);
    const first = change("first", "2024-01-01T00:00:00Z", "DisassociateTeamMember");
    const narrowed = change("narrowed", "2024-01-02T05:00:00Z", "UpdateTeamMember", viewer);
    expect(await findInOrders("brief-widening", [first, again, narrowed])).toEqual([]);
  });

  it("is found soon where a program changed a member again and again", { timeout: 10_000 }, async () => {
    await emptyDatabase();
    await insertEvents([
      change("added", "2024-01-01T00:00:00Z", "AssociateTeamMember", { memberRole: "Viewer", remoteAccess: false }),
    ]);
    // Viewer and Owner in turn, a minute each.
    await pool().query(`INSERT INTO event SELECT changed.* FROM event, generate_series(1, 20000) AS turn,
      jsonb_populate_record(event, jsonb_build_object('event_id', 'turn-' || lpad(turn::text, 6, '0'),
        'event_time', event.event_time + make_interval(mins => turn),
        'member_role', CASE turn % 2 WHEN 1 THEN 'Owner' ELSE 'Viewer' END)) AS changed`);
    const { total, findings } = await listFindings("brief-widening", {
      filter: { terms: {} },
      thresholds: DEFAULT_THRESHOLDS,
    });
    expect(total).toBe(10_000);
    expect(findings[0]?.reason).toBe("bob of web went from Viewer to Owner, and 1 min later to Viewer.");
  });
});
