import { eventOrder, isAtOrBefore } from "./event-order.ts";
import { teamAt, type TeamEvent, type TeamMember } from "./team.ts";

/** Somebody whose membership differs between two instants, and the successful calls in between that concern them. */
export type MemberChange = {
  userArn: string;
  /** Null: not a member then. */
  before: TeamMember | null;
  after: TeamMember | null;
  evidence: TeamEvent[];
};

export type TeamComparison = {
  came: MemberChange[];
  went: MemberChange[];
  /** Members at both instants with another role or remote access. */
  changed: MemberChange[];
  /** Members at both instants, as they were. */
  stayed: TeamMember[];
  /** All calls after the first instant up to the second, failures too. */
  between: TeamEvent[];
};

/** Who came, went and changed from one instant to a later one, both included in what they see. */
export function compareTeams(events: readonly TeamEvent[], from: string, to: string): TeamComparison {
  const before = new Map(teamAt(events, from).members.map((member) => [member.userArn, member]));
  const after = new Map(teamAt(events, to).members.map((member) => [member.userArn, member]));
  const between = events
    .filter(({ eventTime }) => isAtOrBefore(eventTime, to) && !isAtOrBefore(eventTime, from))
    .toSorted(eventOrder);
  const changeOf = (userArn: string): MemberChange => ({
    userArn,
    before: before.get(userArn) ?? null,
    after: after.get(userArn) ?? null,
    evidence: between.filter(
      (event) => event.outcome === "success" && (event.userArn === userArn || event.eventName === "DeleteProject"),
    ),
  });
  const isSame = (member: TeamMember) => {
    const was = before.get(member.userArn);
    return was?.role === member.role && was.remoteAccess === member.remoteAccess;
  };
  const both = [...after.values()].filter(({ userArn }) => before.has(userArn));
  return {
    came: [...after.keys()].filter((userArn) => !before.has(userArn)).map(changeOf),
    went: [...before.keys()].filter((userArn) => !after.has(userArn)).map(changeOf),
    changed: both.filter((member) => !isSame(member)).map(({ userArn }) => changeOf(userArn)),
    stayed: both.filter(isSame),
    between,
  };
}
