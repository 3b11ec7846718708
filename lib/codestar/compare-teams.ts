import { byCodePoint, eventOrder, isAtOrBefore } from "./event-order.ts";
import { teamHistory } from "./team-history.ts";
import { teamMoment } from "./team-moments.ts";
import { teamAt, type TeamEvent, type TeamMember } from "./team.ts";

/** What is known of somebody at an instant; `perhaps`: only a later call shows that they may have been a member. */
export type MemberThen = TeamMember | "perhaps";

/** Somebody whose membership differs between two instants, and the successful calls in between that concern them. */
export type MemberChange = {
  userArn: string;
  /** Null: not a member then. */
  before: MemberThen | null;
  after: MemberThen | null;
  evidence: TeamEvent[];
};

export type TeamComparison = {
  came: MemberChange[];
  went: MemberChange[];
  /** Members at both instants, or perhaps at one, with another role or remote access. */
  changed: MemberChange[];
  /** Members at both instants, as they were. */
  stayed: TeamMember[];
  /** All calls after the first instant up to the second, failures too. */
  between: TeamEvent[];
};

/** Who came, went and changed from one instant to a later one, both included in what they see; each by ARN. */
export function compareTeams(events: readonly TeamEvent[], from: string, to: string): TeamComparison {
  const history = teamHistory(events);
  const teamThen = (at: string): ReadonlyMap<string, MemberThen> =>
    new Map<string, MemberThen>([
      ...teamMoment(history, at).perhaps.map(({ userArn }) => [userArn, "perhaps"] as const),
      ...teamAt(events, at).members.map((member) => [member.userArn, member] as const),
    ]);
  const [team, teamAfter] = [teamThen(from), teamThen(to)];
  const between = events
    .filter(({ eventTime }) => isAtOrBefore(eventTime, to) && !isAtOrBefore(eventTime, from))
    .toSorted(eventOrder);
  const found: TeamComparison = { came: [], went: [], changed: [], stayed: [], between };
  for (const userArn of [...new Set([...team.keys(), ...teamAfter.keys()])].toSorted(byCodePoint)) {
    const before = team.get(userArn) ?? null;
    const after = teamAfter.get(userArn) ?? null;
    const evidence = between.filter(
      (event) => event.outcome === "success" && (event.userArn === userArn || event.eventName === "DeleteProject"),
    );
    const change = { userArn, before, after, evidence };
    if (before === null) found.came.push(change);
    else if (after === null) found.went.push(change);
    else if (before !== "perhaps" && after !== "perhaps" && isSame(before, after)) found.stayed.push(after);
    else if (before !== after) found.changed.push(change);
  }
  return found;
}

function isSame(one: TeamMember, other: TeamMember): boolean {
  return one.role === other.role && one.remoteAccess === other.remoteAccess;
}
