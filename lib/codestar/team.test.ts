import { describe, expect, it } from "vitest";
import { teamAt } from "./team.ts";
import { teamEvent } from "./testing/team-event.ts";

const day = (number: number) => `2024-03-0${number}T10:00:00Z`;
const added = teamEvent(day(1), "AssociateTeamMember", "ana", { role: "Viewer", remoteAccess: false });

describe("teamAt", () => {
  it("includes its instant, and nothing after it", () => {
    expect(teamAt([added], "2024-03-01T09:59:59Z").members).toEqual([]);
    expect(teamAt([added], day(1))).toEqual({
      members: [
        {
          userArn: "ana",
          role: "Viewer",
          remoteAccess: false,
          since: day(1),
          eventId: added.eventId,
          changedBy: added.eventId,
        },
      ],
      unknown: [],
    });
  });

  it("keeps what a change doesn't say, since when they are a member, and by which event", () => {
    const changed = teamEvent(day(2), "UpdateTeamMember", "ana", { remoteAccess: true });
    expect(teamAt([changed, added], day(3)).members).toMatchObject([
      { role: "Viewer", remoteAccess: true, since: day(1), eventId: added.eventId, changedBy: changed.eventId },
    ]);
  });

  it("takes a change of somebody unknown for a member since an unknown time", () => {
    const changed = teamEvent(day(2), "UpdateTeamMember", "ben", { role: "Owner" });
    expect(teamAt([changed, added], day(3))).toMatchObject({
      members: [
        { userArn: "ana" },
        { userArn: "ben", role: "Owner", remoteAccess: null, since: null, eventId: changed.eventId },
      ],
      unknown: ["ben"],
    });
    const again = teamEvent(day(3), "AssociateTeamMember", "ben", { role: "Viewer" });
    expect(teamAt([changed, again], day(3))).toMatchObject({ members: [{ since: day(3) }], unknown: [] });
  });

  it("isn't changed by calls that failed, that name nobody, or that create the project", () => {
    const others = [
      teamEvent(day(2), "UpdateTeamMember", "ana", { role: "Owner", errorCode: "AccessDenied" }),
      teamEvent(day(2), "DeleteProject", null, { errorCode: "AccessDenied" }),
      teamEvent(day(2), "AssociateTeamMember", null, { role: "Owner" }),
      teamEvent(day(2), "DisassociateTeamMember", null),
      teamEvent(day(2), "CreateProject"),
    ];
    expect(teamAt([added, ...others], day(3))).toEqual(teamAt([added], day(3)));
  });

  it("is empty after the project's deletion, and without who was removed", () => {
    const removed = teamEvent(day(2), "DisassociateTeamMember", "ana");
    expect(teamAt([added, removed], day(2)).members).toEqual([]);
    const deleted = teamEvent(day(2), "DeleteProject");
    expect(teamAt([added, deleted], day(2)).members).toEqual([]);
    expect(teamAt([added, deleted, teamEvent(day(3), "AssociateTeamMember", "ben")], day(3)).members).toMatchObject([
      { userArn: "ben", role: null, remoteAccess: null },
    ]);
  });

  it("goes by id within a second", () => {
    const removed = teamEvent(day(1), "DisassociateTeamMember", "ana", { eventId: "A" });
    expect(teamAt([added, removed], day(1)).members).toHaveLength(1);
    expect(teamAt([added, { ...removed, eventId: "Z" }], day(1)).members).toHaveLength(0);
  });
});
