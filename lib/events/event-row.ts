import type { EventKey } from "./fields.ts";

/** The CSV's columns of one event, keyed in camelCase; times are ISO 8601 in UTC. */
export type EventFields = {
  eventTime: string;
  eventId: string;
  eventSource: string;
  eventName: string;
  access: "read" | "write";
  outcome: "success" | "failure";
  errorCode: string | null;
  errorMessage: string | null;
  principalType: string;
  principalName: string;
  principalArn: string | null;
  issuerArn: string | null;
  invokedBy: string | null;
  projectId: string | null;
  projectAccount: string | null;
  projectRegion: string | null;
  subjectArn: string | null;
  resourceArn: string | null;
  accountId: string | null;
  region: string | null;
  sourceIp: string | null;
  userAgent: string | null;
  accessKeyId: string | null;
  mfa: boolean | null;
  requestId: string | null;
  eventVersion: string | null;
  logFile: string;
  summary: string;
};

/** One event in a list. */
export type EventRow = EventFields & {
  /** Our number of the principal, as in `/principals/{id}`. */
  principalRef: number;
  sessionName: string | null;
  /** Kept only because it bears CodeStar's marks: another service's, not CodeStar's own. */
  isRelated: boolean;
  /** The naming rule by which it has to do with CodeStar projects, and the project it is assigned to. */
  relatedReason: string | null;
  relatedAccount: string | null;
  relatedRegion: string | null;
  relatedProjectId: string | null;
};

// Fails to compile when a field is declared in fields.ts and missing here, or the other way round.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
true satisfies Same<EventKey, keyof EventFields>;
