import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { readText } from "#lib/cloudtrail/read-path.ts";

/** A console sign-in tells its failure in the response; it has no errorCode. */
export function isFailedSignIn(record: EventRecord): boolean {
  return !record.errorCode && readText(record, ["responseElements.ConsoleLogin"]) === "Failure";
}

/** Whether MFA was used; null for a role's or federated user's sign-in, whose MFA is the identity provider's. */
export function signInMfa(record: EventRecord): string | null {
  const used = readText(record, ["additionalEventData.MFAUsed"]);
  if (used === "Yes") return "with MFA";
  const type = record.userIdentity?.type;
  return used === "No" && (type === "IAMUser" || type === "Root") ? "without MFA" : null;
}
