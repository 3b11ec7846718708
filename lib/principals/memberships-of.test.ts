import { describe, expect, it } from "vitest";
import { membershipsOf, type TeamChange } from "./memberships-of.ts";

const shop = { account: "111122223333", region: "eu-west-1", id: "shop" };
const blog = { ...shop, id: "blog" };
const ANA = "arn:aws:iam::111122223333:user/ana";
let made = 0;
const change = (eventName: TeamChange["eventName"], day: number, fields: Partial<TeamChange> = {}): TeamChange => ({
  eventId: String(++made).padStart(3, "0"),
  eventTime: `2024-05-${String(day).padStart(2, "0")}T00:00:00Z`,
  eventName,
  project: shop,
  subjectArn: eventName === "DeleteProject" ? null : ANA,
  role: null,
  remoteAccess: null,
  ...fields,
});

describe("membershipsOf", () => {
  it("replays changes in time, whatever their order", () => {
    const changes = [
      change("AssociateTeamMember", 1, { role: "Viewer", remoteAccess: false }),
      change("UpdateTeamMember", 2, { role: "Owner" }),
      change("AssociateTeamMember", 3, { role: "Viewer", project: blog }),
      change("DisassociateTeamMember", 4, { project: blog }),
    ];
    const expected = [
      { project: shop, isMember: true, role: "Owner", remoteAccess: false, since: "2024-05-01T00:00:00Z", until: null },
      {
        project: blog,
        isMember: false,
        role: "Viewer",
        since: "2024-05-03T00:00:00Z",
        until: "2024-05-04T00:00:00Z",
        eventId: changes[3]?.eventId,
      },
    ];
    expect(membershipsOf(changes)).toMatchObject(expected);
    expect(membershipsOf(changes.toReversed())).toEqual(membershipsOf(changes));
  });

  it("makes a member of unknown coming out of an update, and of unknown place out of a removal", () => {
    expect(membershipsOf([change("UpdateTeamMember", 1, { remoteAccess: true })])).toMatchObject([
      { isMember: true, role: null, remoteAccess: true, since: null },
    ]);
    expect(membershipsOf([change("DisassociateTeamMember", 1)])).toMatchObject([
      { isMember: false, role: null, since: null, until: "2024-05-01T00:00:00Z" },
    ]);
  });

  it("empties the team of a deleted project, and knows nothing of who came before it was made again", () => {
    const changes = [
      change("AssociateTeamMember", 1, { role: "Viewer", remoteAccess: true }),
      change("AssociateTeamMember", 1, { role: "Viewer", project: blog }),
      change("DeleteProject", 2),
    ];
    expect(membershipsOf(changes)).toMatchObject([
      { project: blog, isMember: true },
      { project: shop, isMember: false, until: "2024-05-02T00:00:00Z", eventId: changes[2]?.eventId },
    ]);
    expect(membershipsOf([...changes, change("UpdateTeamMember", 3, { role: "Owner" })])[0]).toMatchObject({
      project: shop,
      role: "Owner",
      remoteAccess: null,
      since: null,
    });
  });

  it("keeps what an addition of somebody who is in already doesn't say", () => {
    const changes = [
      change("AssociateTeamMember", 1, { role: "Viewer", remoteAccess: true }),
      change("AssociateTeamMember", 2, { remoteAccess: false }),
    ];
    expect(membershipsOf(changes)).toMatchObject([
      { role: "Viewer", remoteAccess: false, since: "2024-05-02T00:00:00Z" },
    ]);
  });

  it("goes by the id where times are equal, and by fractions where seconds are", () => {
    const [first, second] = [change("AssociateTeamMember", 1), change("DisassociateTeamMember", 1)];
    expect(membershipsOf([second, first])).toMatchObject([{ isMember: false }]);
    const early = { ...second, eventId: "999", eventTime: "2024-05-01T00:00:00.1Z" };
    const late = { ...first, eventId: "000", eventTime: "2024-05-01T00:00:00.15Z" };
    expect(membershipsOf([late, early])).toMatchObject([{ isMember: true }]);
  });
});
