import type { TeamStep } from "#lib/codestar/team.ts";

/** The event that a statement is inferred from. */
export type Evidence = { eventId: string; eventTime: string };

/** A successful event that changed a member, or ended the project. */
export type MembershipEvent = Pick<TeamStep, "eventId" | "eventTime" | "eventName" | "role" | "remoteAccess">;

/** A value and the event that says so. */
export type Inferred<Value> = Evidence & { value: Value };

/**
 * What a member was before a moment, inferred from earlier events: a member with what is known of role and remote
 * access, or nobody, since the last event removed them or deleted the project.
 */
export type FormerMembership =
  | ({ isMember: false } & Evidence)
  | { isMember: true; role: Inferred<string> | null; remoteAccess: Inferred<boolean> | null };

/**
 * Goes back through a member's events, newest first, until all is known or they were no member: a parameter that a call
 * leaves out keeps its value, as in `teamAt`, which tells no evidence of each. Null when the events say nothing.
 */
export function formerMembership(events: readonly MembershipEvent[]): FormerMembership | null {
  let role: Inferred<string> | null = null;
  let remoteAccess: Inferred<boolean> | null = null;
  for (const [index, event] of events.entries()) {
    const { eventId, eventTime, eventName } = event;
    if (eventName === "DisassociateTeamMember" || eventName === "DeleteProject") {
      if (index === 0) return { isMember: false, eventId, eventTime };
      break;
    }
    if (role === null && event.role !== null) role = { value: event.role, eventId, eventTime };
    if (remoteAccess === null && event.remoteAccess !== null)
      remoteAccess = { value: event.remoteAccess, eventId, eventTime };
    if (role !== null && remoteAccess !== null) break;
  }
  return role === null && remoteAccess === null ? null : { isMember: true, role, remoteAccess };
}
