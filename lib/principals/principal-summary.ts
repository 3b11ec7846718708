import type { CodestarPart } from "#lib/codestar/codestar-part-of.ts";
import type { Cut } from "#lib/events/activity.ts";
import type { PersonBehind } from "./person-behind.ts";

/** Who acted, and how much, as of a commit number. */
export type PrincipalSummary = {
  /** Our number, as in `/principals/{id}`. */
  id: number;
  /** What identifies it: the role's ARN, an IAM user's principal id … ; the `principal` filter takes it. */
  key: string;
  type: string;
  /** The newest name known: a role's name for its sessions. */
  name: string;
  arn: string | null;
  accountId: string | null;
  firstSeen: string;
  lastSeen: string;
  events: number;
  failures: number;
  writes: number;
  /** What the role does for CodeStar, by its name; null for all others. */
  codestarPart: CodestarPart | null;
};

/** Latest activity first, then by number. */
export type PrincipalList = Cut<PrincipalSummary> & { asOf: number };

/** Calls with one set of temporary credentials, of a role, a user with MFA or in the console, a federated user … */
export type PrincipalSession = {
  sessionName: string | null;
  /** The session's ARN. */
  arn: string | null;
  /** Null: sessions of this name and ARN can't be told apart. */
  accessKeyId: string | null;
  /** When it was made, as its calls say; null where they don't. */
  createdAt: string | null;
  firstSeen: string;
  /** The last call: the session may have gone on unseen. */
  lastSeen: string;
  events: number;
  failures: number;
  behind: PersonBehind;
};

export type PrincipalProject = {
  account: string;
  region: string;
  id: string;
  events: number;
  failures: number;
  firstSeen: string;
  lastSeen: string;
};
