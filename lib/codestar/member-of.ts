import { cleanText } from "#lib/cloudtrail/clean-text.ts";
import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { readFlag, readText } from "#lib/cloudtrail/read-path.ts";

/** What a change of a team asks for; null where the request doesn't say, or hides it. */
export type MemberTerms = { role: string | null; remoteAccess: boolean | null };

const CHANGES = new Set(["AssociateTeamMember", "UpdateTeamMember"]);
const ROLE_LENGTH = 80;

/**
 * The role and remote access that an AssociateTeamMember or UpdateTeamMember of codestar.amazonaws.com asks for; of any
 * other record nothing.
 */
export function memberOf(record: EventRecord): MemberTerms {
  const isChange = record.eventSource === "codestar.amazonaws.com" && CHANGES.has(record.eventName ?? "");
  if (!isChange) return { role: null, remoteAccess: null };
  const role = readText(record, ["requestParameters.projectRole"]);
  return {
    role: role && cleanText(role, ROLE_LENGTH),
    remoteAccess: readFlag(record, "requestParameters.remoteAccessAllowed"),
  };
}
