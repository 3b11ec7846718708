import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAtOrBefore } from "./event-order.ts";
import { teamAt, TEAM_ACTIONS, type TeamEvent } from "./team.ts";
import { teamHistory } from "./team-history.ts";
import { teamEvent } from "./testing/team-event.ts";

const day = (number: number) => `2024-03-0${number}T10:00:00Z`;
const spansOf = (events: TeamEvent[]) =>
  teamHistory(events).members.map(({ userArn, spans }) => [
    userArn,
    spans.map(
      ({ from, to, isUncertain, role }) => `${from?.slice(8, 10)}-${to?.slice(8, 10)} ${isUncertain ? "?" : role}`,
    ),
  ]);

describe("teamHistory", () => {
  it("begins a stretch with each change, and ends the last with removal or deletion", () => {
    const events = [
      teamEvent(day(1), "AssociateTeamMember", "ana", { role: "Viewer" }),
      teamEvent(day(2), "UpdateTeamMember", "ana", { role: "Owner" }),
      teamEvent(day(3), "DisassociateTeamMember", "ana"),
      teamEvent(day(3), "AssociateTeamMember", "ben", { role: "Viewer" }),
      teamEvent(day(4), "DeleteProject"),
      teamEvent(day(5), "AssociateTeamMember", "ana", { role: "Viewer" }),
    ];
    expect(spansOf(events)).toEqual([
      ["ana", ["01-02 Viewer", "02-03 Owner", "05-undefined Viewer"]],
      ["ben", ["03-04 Viewer"]],
    ]);
    expect(teamHistory(events).members[0]?.spans[1]).toMatchObject({ began: events[1], ended: events[2] });
  });

  it("shows who must have been a member before, back to when they can't have been", () => {
    expect(spansOf([teamEvent(day(3), "DisassociateTeamMember", "ana")])).toEqual([["ana", ["undefined-03 ?"]]]);
    expect(
      spansOf([
        teamEvent(day(1), "CreateProject"),
        teamEvent(day(2), "UpdateTeamMember", "ana", { role: "Owner" }),
        teamEvent(day(3), "DisassociateTeamMember", "ana"),
        teamEvent(day(5), "DisassociateTeamMember", "ana"),
      ]),
    ).toEqual([["ana", ["01-02 ?", "02-03 Owner", "03-05 ?"]]]);
  });

  it("keeps failures beside, and what names nobody", () => {
    const failed = teamEvent(day(1), "AssociateTeamMember", "ana", { errorCode: "AccessDenied" });
    const unnamed = teamEvent(day(2), "AssociateTeamMember");
    expect(teamHistory([unnamed, failed])).toMatchObject({
      members: [{ userArn: "ana", spans: [], failures: [failed] }],
      unnamed: [unnamed],
    });
  });

  it("says of any instant what teamAt says", () => {
    const event = fc.record({
      time: fc.integer({ min: 0, max: 9 }),
      name: fc.constantFrom(...TEAM_ACTIONS),
      user: fc.constantFrom("ana", "ben", "cleo"),
      role: fc.constantFrom("Owner", "Viewer", null),
      fails: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 15 }), (drawn) => {
        const events = drawn.map(({ time, name, user, role, fails }, index) =>
          teamEvent(day(time), name, name.endsWith("Project") ? null : user, {
            role,
            eventId: String(index),
            errorCode: fails ? "AccessDenied" : null,
          }),
        );
        const { members } = teamHistory(events);
        for (let at = 0; at < 10; at++) {
          const inTeam = members.flatMap(({ spans }) => {
            const last = spans.filter((span) => !span.isUncertain && isAtOrBefore(span.from ?? "", day(at))).at(-1);
            const isOver = last === undefined || (last.to !== null && isAtOrBefore(last.to, day(at)));
            return isOver ? [] : [`${last.userArn} ${last.role}`];
          });
          const expected = teamAt(events, day(at)).members.map(({ userArn, role }) => `${userArn} ${role}`);
          expect(new Set(inTeam)).toEqual(new Set(expected));
        }
      }),
    );
  });
});
