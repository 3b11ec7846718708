import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { readPath, readText } from "#lib/cloudtrail/read-path.ts";

/** The event that a statement is inferred from. */
export type Evidence = { eventId: string; eventTime: string };

/** A successful event that changed a member, or ended the project. */
export type MembershipEvent = Evidence & { record: EventRecord };

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
 * Goes back through a member's events, newest first, until all is known or the membership began: a parameter that a
 * change leaves out keeps its value. Null when the events say nothing.
 */
export function formerMembership(events: readonly MembershipEvent[]): FormerMembership | null {
  let role: Inferred<string> | null = null;
  let remoteAccess: Inferred<boolean> | null = null;
  for (const { record, ...evidence } of events) {
    const isChange = record.eventName === "UpdateTeamMember";
    if (!isChange && record.eventName !== "AssociateTeamMember") {
      if (role === null && remoteAccess === null) return { isMember: false, ...evidence };
      break;
    }
    // The answer, where there is one, is what came of it.
    const newRole = readText(record, ["responseElements.projectRole", "requestParameters.projectRole"]);
    const newAccess = flagOf(record, "remoteAccessAllowed");
    if (role === null && newRole !== null) role = { value: newRole, ...evidence };
    if (remoteAccess === null && newAccess !== null) remoteAccess = { value: newAccess, ...evidence };
    if (!isChange || (role !== null && remoteAccess !== null)) break;
  }
  return role === null && remoteAccess === null ? null : { isMember: true, role, remoteAccess };
}

/** Booleans are texts in some exports. */
function flagOf(record: EventRecord, name: string): boolean | null {
  for (const part of ["responseElements", "requestParameters"]) {
    const value = readPath(record, `${part}.${name}`)[0];
    if (value === true || value === "true") return true;
    if (value === false || value === "false") return false;
  }
  return null;
}
