import type { Certainty, PersonRule } from "#lib/principals/person-behind.ts";

type Said = { rule: PersonRule };

/** The rule by which a person was found, in a few words. */
const RULES: Record<PersonRule, string> = {
  "iam-user": "IAM user’s own credentials",
  root: "root credentials",
  "identity-center-user": "Identity Center user",
  "identity-provider": "signed in by an identity provider",
  "source-identity": "source identity",
  "identity-center": "Identity Center session name",
  issuer: "issuer of the federated session",
  "issued-key": "STS call that handed out the key",
  "session-name": "session name",
  codestar: "CodeStar acts",
  service: "a service acts by itself",
  "invoked-by": "a service acts on somebody’s behalf",
  instance: "an EC2 instance’s role",
  "other-account": "another account’s principal",
  none: "nothing in the record",
};

/** Why a rule says what it says, and why no more. */
const REASONS: Record<PersonRule, string> = {
  "iam-user": "The credentials are one IAM user’s. Who else has them isn’t in the record.",
  root: "Root credentials belong to the account, not to a person.",
  "identity-center-user": "Identity Center signed this user in.",
  "identity-provider": "The name is the one that the identity provider gave.",
  "source-identity": "Set by whoever assumed the first role; it can’t be changed afterwards.",
  "identity-center": "Identity Center makes the session and names it after the person who signed in.",
  issuer: "This IAM user asked for the federated session; the session’s own name is free text.",
  "issued-key": "An STS call in these records handed out the access key that the session used.",
  "session-name": "It looks like a person’s name, but whoever assumes a role chooses it freely.",
  codestar: "CodeStar used its service role for somebody who clicked; its record doesn’t say who.",
  service: "No person calls in this role.",
  "invoked-by": "A service used the session for somebody; nothing in the record says for whom.",
  instance: "The session is named after an EC2 instance; who was logged in there isn’t recorded.",
  "other-account": "CloudTrail tells no more of another account’s principal; that account’s own trail does.",
  none: "The session’s name doesn’t look like a person’s, and it has no source identity.",
};

export const CERTAINTIES: Record<Certainty, string> = { certain: "Certain", likely: "Likely", unknown: "Unknown" };

/** The rule in words. */
export function ruleText({ rule }: Said): string {
  return RULES[rule];
}

/** Why it says what it says. */
export function reasonText({ rule }: Said): string {
  return REASONS[rule];
}

/** Whether the STS call behind a session would tell who it was. */
export function wouldStsTell({ rule }: Said): boolean {
  return rule === "none" || rule === "invoked-by" || rule === "session-name" || rule === "instance";
}
