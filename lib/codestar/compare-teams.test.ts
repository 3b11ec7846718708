import { expect, it } from "vitest";
import { compareTeams } from "./compare-teams.ts";
import { teamEvent } from "./testing/team-event.ts";

const day = (number: number) => `2024-03-0${number}T10:00:00Z`;
const events = [
  teamEvent(day(1), "AssociateTeamMember", "ana", { role: "Viewer", remoteAccess: false }),
  teamEvent(day(1), "AssociateTeamMember", "ben", { role: "Owner" }),
  teamEvent(day(1), "AssociateTeamMember", "cleo", { role: "Owner" }),
  teamEvent(day(2), "UpdateTeamMember", "ana", { remoteAccess: true }),
  teamEvent(day(2), "UpdateTeamMember", "cleo", { role: "Viewer", errorCode: "AccessDenied" }),
  teamEvent(day(3), "DisassociateTeamMember", "ben"),
  teamEvent(day(4), "AssociateTeamMember", "dan", { role: "Viewer" }),
];

it("tells who came, went and changed, with the calls that did it", () => {
  const found = compareTeams(events, day(1), day(4));
  expect(found.came).toMatchObject([
    { userArn: "dan", before: null, after: { role: "Viewer" }, evidence: [events[6]] },
  ]);
  expect(found.went).toMatchObject([{ userArn: "ben", before: { role: "Owner" }, after: null, evidence: [events[5]] }]);
  expect(found.changed).toMatchObject([
    { userArn: "ana", before: { remoteAccess: false }, after: { remoteAccess: true }, evidence: [events[3]] },
  ]);
  expect(found.stayed).toMatchObject([{ userArn: "cleo", role: "Owner" }]);
  expect(found.between).toEqual(events.slice(3));
});

it("takes a deletion for the evidence of all who went", () => {
  const deleted = teamEvent(day(5), "DeleteProject");
  const { went } = compareTeams([...events, deleted], day(4), day(5));
  expect(went.map(({ userArn, evidence }) => [userArn, evidence])).toEqual(
    ["ana", "cleo", "dan"].map((userArn) => [userArn, [deleted]]),
  );
});

it("says perhaps, and not nobody, of whom only a later call shows", () => {
  const late = [
    teamEvent(day(3), "UpdateTeamMember", "ana", { role: "Owner" }),
    teamEvent(day(3), "DisassociateTeamMember", "ben"),
    teamEvent(day(5), "DisassociateTeamMember", "cleo"),
  ];
  const found = compareTeams(late, day(1), day(4));
  expect(found).toMatchObject({
    came: [],
    changed: [{ userArn: "ana", before: "perhaps", after: { role: "Owner", since: null }, evidence: [late[0]] }],
    went: [{ userArn: "ben", before: "perhaps", after: null, evidence: [late[1]] }],
    stayed: [],
  });
});

it("finds nothing between an instant and itself", () => {
  expect(compareTeams(events, day(2), day(2))).toMatchObject({ came: [], went: [], changed: [], between: [] });
});
