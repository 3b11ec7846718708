import fc from "fast-check";
import { expect, it } from "vitest";
import { eventOrder } from "#lib/codestar/event-order.ts";
import { TEAM_ACTIONS, teamAt } from "#lib/codestar/team.ts";
import { teamEvent } from "#lib/codestar/testing/team-event.ts";
import { formerMembership } from "./former-membership.ts";

const NOW = "2024-06-01T00:00:00Z";
const step = fc.record({
  day: fc.integer({ min: 10, max: 14 }),
  action: fc.constantFrom(...TEAM_ACTIONS.filter((name) => name !== "CreateProject")),
  role: fc.constantFrom("Owner", "Viewer", null),
  remoteAccess: fc.constantFrom(true, false, null),
});

it("says of a member what the team's replay says", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const events = steps
        .map(({ day, action, ...said }, index) => {
          const rest = action === "AssociateTeamMember" || action === "UpdateTeamMember" ? said : {};
          const userArn = action === "DeleteProject" ? null : "ana";
          return teamEvent(`2024-05-${day}T00:00:00Z`, action, userArn, { eventId: `e${index}`, ...rest });
        })
        .toSorted(eventOrder);
      const [member] = teamAt(events, NOW).members;
      const former = formerMembership(events.toReversed());
      if (member === undefined) expect(former).toMatchObject({ isMember: false, eventId: events.at(-1)?.eventId });
      else if (member.role === null && member.remoteAccess === null) expect(former).toBeNull();
      else {
        expect(former).toMatchObject({ isMember: true });
        const { role, remoteAccess } = former?.isMember ? former : {};
        expect([role?.value ?? null, remoteAccess?.value ?? null]).toEqual([member.role, member.remoteAccess]);
      }
    }),
  );
});
