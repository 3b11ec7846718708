import { eventOrder } from "./event-order.ts";
import { changeTeam, type TeamEvent, type TeamMember } from "./team.ts";

/** A stretch of somebody's membership in which nothing about it changed. */
export type MemberSpan = {
  userArn: string;
  /** From when; for an uncertain one the earliest that it can have been, null when nothing bounds it. */
  from: string | null;
  /** Until when; null: to the end of what is known. */
  to: string | null;
  /** A later call shows that they were a member at its end; since when, and as what, no event says. */
  isUncertain: boolean;
  role: string | null;
  remoteAccess: boolean | null;
  /** The event that began it; null for an uncertain one. */
  began: TeamEvent | null;
  /** The event that ended it, by a change, a removal or the project's deletion. */
  ended: TeamEvent | null;
};

/** Everything about one member, in order. */
export type MemberHistory = {
  userArn: string;
  spans: MemberSpan[];
  /** Calls that concern them and failed: they changed nothing. */
  failures: TeamEvent[];
};

/** A project's team over all time. */
export type TeamHistory = {
  /** By first appearance. */
  members: MemberHistory[];
  /** Successful calls about a user whom the record doesn't name. */
  unnamed: TeamEvent[];
  /** All of the events in their order. */
  events: TeamEvent[];
};

/** The team as stretches per member, by the rules of `teamAt`. */
export function teamHistory(given: readonly TeamEvent[]): TeamHistory {
  const events = given.toSorted(eventOrder);
  const members = new Map<string, MemberHistory>();
  const team = new Map<string, TeamMember>();
  /** Since when somebody is known not to have been a member, if they aren't one now. */
  const outSince = new Map<string, string>();
  let allOutSince: string | null = null;

  const of = (userArn: string) => {
    const known = members.get(userArn) ?? { userArn, spans: [], failures: [] };
    members.set(userArn, known);
    return known;
  };
  const close = (userArn: string, event: TeamEvent) => {
    const last = of(userArn).spans.at(-1);
    if (last?.ended === null) Object.assign(last, { to: event.eventTime, ended: event });
  };
  const wasMemberBefore = (userArn: string, ended: TeamEvent) => {
    const from = outSince.get(userArn) ?? allOutSince;
    const unsaid = { role: null, remoteAccess: null, began: null };
    of(userArn).spans.push({ userArn, from, to: ended.eventTime, isUncertain: true, ...unsaid, ended });
  };

  for (const event of events) {
    const { userArn, eventName } = event;
    if (event.outcome === "failure") {
      if (userArn !== null) of(userArn).failures.push(event);
      continue;
    }
    const wasMember = userArn !== null && team.has(userArn);
    const leaving = eventName === "DeleteProject" ? [...team.keys()] : [];
    changeTeam(team, event);
    if (eventName === "CreateProject" || eventName === "DeleteProject") {
      for (const member of leaving) close(member, event);
      outSince.clear();
      allOutSince = event.eventTime;
    } else if (userArn !== null) {
      if (!wasMember && eventName !== "AssociateTeamMember") wasMemberBefore(userArn, event);
      else close(userArn, event);
      const now = team.get(userArn);
      if (now === undefined) outSince.set(userArn, event.eventTime);
      else of(userArn).spans.push(certainSpan(now, event));
    }
  }
  const isUnnamed = (event: TeamEvent) =>
    event.userArn === null && event.outcome === "success" && event.eventName.endsWith("TeamMember");
  return { members: [...members.values()], unnamed: events.filter(isUnnamed), events };
}

function certainSpan({ userArn, role, remoteAccess }: TeamMember, began: TeamEvent): MemberSpan {
  return { userArn, from: began.eventTime, to: null, isUncertain: false, role, remoteAccess, began, ended: null };
}
