import { byCodePoint, eventOrder, isAtOrBefore } from "./event-order.ts";

/** The actions of codestar.amazonaws.com that a team is replayed from. */
export const TEAM_ACTIONS = [
  "AssociateTeamMember",
  "UpdateTeamMember",
  "DisassociateTeamMember",
  "CreateProject",
  "DeleteProject",
] as const;

/** Of the calls that failed, and so changed nothing, no more than the newest so many are told: anybody can make them. */
export const MAX_FAILED_TEAM_CALLS = 1_000;

/** One call that has to do with a project's team, as stored. */
export type TeamEvent = {
  eventId: string;
  /** ISO 8601, UTC */
  eventTime: string;
  eventName: (typeof TEAM_ACTIONS)[number];
  outcome: "success" | "failure";
  errorCode: string | null;
  /** Whose membership; null where the record doesn't say or hides it, and for projects. */
  userArn: string | null;
  /** What the call asks for; null where it doesn't say, or hides it. */
  role: string | null;
  remoteAccess: boolean | null;
  /** Who called: a name, and our number of the principal. */
  principalName: string;
  principalRef: number;
  summary: string;
};

/** What of it a replay looks at. */
export type TeamStep = Pick<
  TeamEvent,
  "eventId" | "eventTime" | "eventName" | "outcome" | "userArn" | "role" | "remoteAccess"
>;

/** Somebody in a team at an instant. */
export type TeamMember = {
  userArn: string;
  /** `Owner`, `Contributor`, `Viewer`; null where no call said. */
  role: string | null;
  remoteAccess: boolean | null;
  /** When they became a member; null where no event says so: a change showed that they were one. */
  since: string | null;
  /** The event that made them a member; where `since` is null, the first that shows them as one. */
  eventId: string;
  /** The last event that said something of role or remote access. */
  changedBy: string;
};

/** A team at an instant. */
export type Team = {
  members: TeamMember[];
  /** The members of whom nobody knows since when, by ARN. */
  unknown: string[];
};

/**
 * The team as of an instant (included): a replay of its successful calls in the order of `eventOrder`. What a call
 * doesn't say keeps its value; a call without a readable user changes nobody. Members and `unknown` go by ARN.
 */
export function teamAt(events: readonly TeamEvent[], at: string): Team {
  const team = new Map<string, TeamMember>();
  for (const event of events.toSorted(eventOrder)) {
    if (isAtOrBefore(event.eventTime, at)) changeTeam(team, event);
  }
  const members = [...team.values()].toSorted((one, other) => byCodePoint(one.userArn, other.userArn));
  return { members, unknown: members.flatMap(({ userArn, since }) => (since === null ? [userArn] : [])) };
}

/** What one event makes of a team: a failed call nothing, a deletion empties it. */
export function changeTeam(team: Map<string, TeamMember>, event: TeamStep): void {
  if (event.outcome === "failure") return;
  if (event.eventName === "DeleteProject") team.clear();
  const { userArn, eventId, eventTime } = event;
  if (userArn === null) return;
  if (event.eventName === "DisassociateTeamMember") team.delete(userArn);
  const isAdded = event.eventName === "AssociateTeamMember";
  if (!isAdded && event.eventName !== "UpdateTeamMember") return;
  const before = team.get(userArn);
  team.set(userArn, {
    userArn,
    role: event.role ?? before?.role ?? null,
    remoteAccess: event.remoteAccess ?? before?.remoteAccess ?? null,
    // A second addition that succeeds says that they had been out in between.
    since: isAdded ? eventTime : (before?.since ?? null),
    eventId: isAdded ? eventId : (before?.eventId ?? eventId),
    changedBy: eventId,
  });
}
