import { codestarPartOf } from "#lib/codestar/codestar-part-of.ts";
import { looksLikePerson } from "./looks-like-person.ts";
import type { Caller, Handover, PersonBehind } from "./person-behind.ts";

type Found = Omit<PersonBehind, "handovers">;

/**
 * The human behind a call: by what the record says for certain, else by the STS calls that handed out its access key,
 * else by a hint, else unknown.
 * @param handovers the call that handed out the caller's key first, then the one that handed out that caller's key …
 */
export function findPerson(caller: Caller, handovers: Handover[] = []): PersonBehind {
  const own = ownPerson(caller);
  const first = handovers.at(-1);
  if (own.certainty === "certain" || first === undefined) return { ...own, handovers };
  const origin = ownPerson(first.caller);
  // A session's own name is a better hint than none at the other end.
  if (origin.certainty === "unknown" && own.certainty === "likely") return { ...own, handovers };
  return { ...origin, rule: origin.person === null ? origin.rule : "issued-key", handovers };
}

function ownPerson(caller: Caller): Found {
  switch (caller.type) {
    case "IAMUser":
      return certain(caller.principalName, "iam-user");
    case "Root":
      return unknown("root");
    case "IdentityCenterUser":
      return certain(caller.principalName, "identity-center-user");
    case "SAMLUser":
    case "WebIdentityUser":
      return certain(caller.principalName, "identity-provider");
    case "FederatedUser":
      return federated(caller);
    case "AWSService":
      return { person: null, rule: "service", certainty: "certain", service: caller.invokedBy };
    case "AWSAccount":
      return hint(caller) ?? unknown("other-account");
    case "AssumedRole":
    case "Role":
      return roleSession(caller);
    default:
      return caller.sourceIdentity === null ? unknown("none") : certain(caller.sourceIdentity, "source-identity");
  }
}

function federated({ issuerArn, sourceIdentity }: Caller): Found {
  if (sourceIdentity !== null) return certain(sourceIdentity, "source-identity");
  const user = /:user\/(?:.*\/)?([^/]+)$/s.exec(issuerArn ?? "")?.[1];
  if (user !== undefined) return certain(user, "issuer");
  return unknown(issuerArn?.endsWith(":root") ? "root" : "none");
}

function roleSession(caller: Caller): Found {
  const { sourceIdentity, sessionName, issuerArn, arn, invokedBy } = caller;
  const role = roleName(issuerArn ?? arn);
  if (sourceIdentity !== null) return certain(sourceIdentity, "source-identity");
  if (role.startsWith("AWSReservedSSO_") && sessionName !== null) return certain(sessionName, "identity-center");
  const part = codestarPartOf(issuerArn);
  if (part?.kind === "service-role") return unknown("codestar", "codestar.amazonaws.com");
  if (part?.kind === "worker" || isServiceLinked(issuerArn, role)) {
    return { person: null, rule: "service", certainty: "certain", service: invokedBy };
  }
  const named = hint(caller);
  if (named) return named;
  if (invokedBy !== null) return unknown("invoked-by", invokedBy);
  return unknown(/^i-[0-9a-f]{8,17}$/.test(sessionName ?? "") ? "instance" : "none");
}

/** Of a role's ARN or of a session's. */
function roleName(arn: string | null): string {
  const session = /:assumed-role\/([^/]+)\//.exec(arn ?? "")?.[1];
  return session ?? /:role\/(?:.*\/)?([^/]+)$/s.exec(arn ?? "")?.[1] ?? "";
}

function isServiceLinked(issuerArn: string | null, role: string): boolean {
  return issuerArn?.includes(":role/aws-service-role/") === true || role.startsWith("AWSServiceRoleFor");
}

function hint({ sessionName }: Caller): Found | null {
  if (sessionName === null || !looksLikePerson(sessionName)) return null;
  return { person: sessionName, rule: "session-name", certainty: "likely", service: null };
}

function certain(person: string, rule: PersonBehind["rule"]): Found {
  return { person, rule, certainty: "certain", service: null };
}

function unknown(rule: PersonBehind["rule"], service: string | null = null): Found {
  return { person: null, rule, certainty: "unknown", service };
}
