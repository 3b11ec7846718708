import { beforeEach, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import type { TestEvent } from "#lib/events/testing/test-event.ts";
import { getFormerMembership } from "./get-former-membership.ts";

const TOMASZ = "arn:aws:iam::111122223333:user/tomasz";
const MARA = "arn:aws:iam::111122223333:user/mara";
const SHOP = "111122223333/eu-west-1/shop";

/** A team change on a day of January 2024. */
function change(eventId: string, day: number, action: string, more: TestEvent = {}): TestEvent {
  const eventTime = `2024-01-${String(day).padStart(2, "0")}T00:00:00Z`;
  return { eventId, eventTime, action, project: SHOP, subjectArn: TOMASZ, ...more };
}
const joined = (eventId: string, day: number, memberRole: string, more: TestEvent = {}) =>
  change(eventId, day, "AssociateTeamMember", { memberRole, remoteAccess: true, ...more });

beforeEach(emptyDatabase);

describe("getFormerMembership", () => {
  it("tells what the last successful changes made of the member", async () => {
    await insertEvents([
      joined("1", 1, "Viewer"),
      change("2", 2, "UpdateTeamMember", { memberRole: "Owner", errorCode: "AccessDenied" }),
      change("3", 3, "UpdateTeamMember", { memberRole: "Contributor" }),
      change("4", 4, "DisassociateTeamMember"),
      change("5", 5, "UpdateTeamMember", { memberRole: "Owner" }),
    ]);
    const viewer = { value: "Viewer", eventId: "1", eventTime: "2024-01-01T00:00:00Z" };
    const remoteAccess = { ...viewer, value: true };
    expect(await getFormerMembership("1")).toBeNull();
    for (const eventId of ["2", "3"])
      expect(await getFormerMembership(eventId)).toEqual({ isMember: true, role: viewer, remoteAccess });
    // What a change leaves out keeps its value, and its own evidence.
    expect(await getFormerMembership("4")).toEqual({
      isMember: true,
      role: { value: "Contributor", eventId: "3", eventTime: "2024-01-03T00:00:00Z" },
      remoteAccess,
    });
    expect(await getFormerMembership("5")).toEqual({
      isMember: false,
      eventId: "4",
      eventTime: "2024-01-04T00:00:00Z",
    });
  });

  it("keeps what a second addition doesn't say, as the team's replay does", async () => {
    await insertEvents([
      joined("1", 1, "Viewer"),
      change("2", 2, "AssociateTeamMember", { memberRole: "Owner" }),
      change("3", 3, "UpdateTeamMember", { memberRole: "Contributor" }),
    ]);
    expect(await getFormerMembership("3")).toMatchObject({
      role: { value: "Owner", eventId: "2" },
      remoteAccess: { value: true, eventId: "1" },
    });
  });

  it("keeps to the member, the project and what came before, by time and then by id", async () => {
    await insertEvents([
      joined("a", 1, "Owner", { subjectArn: MARA }),
      joined("b", 1, "Owner", { project: "111122223333/us-east-1/shop" }),
      joined("c", 1, "Owner", { source: "codebuild.amazonaws.com" }),
      joined("f", 2, "Owner"),
      joined("d", 2, "Viewer"),
      change("e", 2, "UpdateTeamMember", { memberRole: "Contributor" }),
    ]);
    expect(await getFormerMembership("e")).toMatchObject({ role: { value: "Viewer", eventId: "d" } });
    expect(await getFormerMembership("d")).toBeNull();
  });

  it("knows that a project's end is its team's", async () => {
    await insertEvents([
      joined("1", 1, "Owner"),
      change("2", 2, "DeleteProject", { subjectArn: null }),
      joined("3", 3, "Viewer"),
      change("4", 4, "UpdateTeamMember", { memberRole: "Owner" }),
    ]);
    expect(await getFormerMembership("3")).toMatchObject({ isMember: false, eventId: "2" });
    expect(await getFormerMembership("4")).toMatchObject({ isMember: true, role: { value: "Viewer", eventId: "3" } });
  });

  it("says nothing where nothing is known", async () => {
    await insertEvents([
      change("1", 1, "AssociateTeamMember"),
      change("2", 2, "UpdateTeamMember"),
      change("3", 3, "DisassociateTeamMember"),
      change("4", 4, "UpdateTeamMember"),
      change("5", 5, "ListTeamMembers"),
    ]);
    expect(await getFormerMembership("3")).toBeNull();
    for (const eventId of ["5", "unheard of", "\0"]) expect(await getFormerMembership(eventId)).toBeNull();
    expect(await getFormerMembership("4")).toMatchObject({ isMember: false, eventId: "3" });
  });

  it("answers as of a commit", async () => {
    await insertEvents([joined("2", 5, "Owner")]);
    await insertEvents([joined("1", 1, "Viewer")]);
    expect(await getFormerMembership("2", { asOf: 1 })).toBeNull();
    expect(await getFormerMembership("2")).toMatchObject({ role: { value: "Viewer" } });
  });
});
