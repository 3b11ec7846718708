import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { principalOf, type Principal } from "#lib/cloudtrail/principal.ts";

/** Raise it when principal, project, sentence or another derivation changes: stored events are then derived again. */
export const DERIVATION_VERSION = 1;

/** What is stored of a record beside its bytes. */
export type DerivedEvent = {
  eventId: string;
  /** ISO 8601, UTC */
  eventTime: string;
  eventSource: string;
  eventName: string;
  access: "read" | "write";
  outcome: "success" | "failure";
  errorCode: string | null;
  errorMessage: string | null;
  principal: Principal;
  project: { accountId: string; region: string; projectId: string } | null;
  /** who it was done to, never the actor */
  subjectArn: string | null;
  /** the project, connection, host, repository link or rule that the action names, where the record has its ARN */
  resourceArn: string | null;
  accountId: string | null;
  region: string | null;
  sourceIp: string | null;
  userAgent: string | null;
  accessKeyId: string | null;
  mfa: boolean | null;
  requestId: string | null;
  eventVersion: string | null;
  eventType: string | null;
  /** the record's own flag, which is not reliable */
  readOnly: boolean | null;
  summary: string;
};

/** The event of a record, or why there is none. */
export function deriveEvent(record: EventRecord, bytes: Uint8Array): DerivedEvent | { rejected: string } {
  void bytes;
  void principalOf(record);
  return { rejected: "not written yet" };
}
