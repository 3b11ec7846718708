import { parseArn } from "./arn.ts";
import type { EventRecord } from "./event-record.ts";
import { isHiddenValue } from "./hidden-value.ts";

/** Who acted. `key`, `label` and `keyArn` describe the principal, all else this one event's session. */
export type Principal = {
  /** the same for every session of a role, and after an IAM user was renamed */
  key: string;
  /** `userIdentity.type`; `AWSService` for service events without one, `Unknown` when nothing is said */
  type: string;
  /** what to call this actor: a person's name where the record has one */
  name: string;
  arn: string | null;
  /** the role, or the user behind a federated one */
  issuerArn: string | null;
  issuerName: string | null;
  sessionName: string | null;
  /** who the session was made for, as its maker had to say */
  sourceIdentity: string | null;
  invokedBy: string | null;
  accountId: string | null;
  accessKeyId: string | null;
  mfa: boolean | null;
  /** what the principal is called over all its sessions: the role's name for roles */
  label: string;
  /** the ARN of what `key` stands for: the role's, not its session's */
  keyArn: string | null;
};

type Identity = NonNullable<EventRecord["userIdentity"]>;
type Named = Pick<Principal, "key" | "name" | "label"> & Partial<Principal>;

/** The actor of a record, by the table of `userIdentity` types in the CloudTrail user guide. Never throws. */
export function principalOf(record: EventRecord): Principal {
  const identity: Identity = record.userIdentity ?? {};
  const session = identity.sessionContext;
  const issuer = session?.sessionIssuer;
  const invokedBy = known(identity.invokedBy);
  const type = known(identity.type) ?? (invokedBy ? "AWSService" : "Unknown");
  const arn = known(identity.arn);
  const common = {
    type,
    arn,
    issuerArn: known(issuer?.arn),
    issuerName: known(issuer?.userName) ?? lastSegment(known(issuer?.arn)),
    sessionName: null,
    sourceIdentity: known(session?.sourceIdentity) ?? known(session?.attributes?.sourceIdentity),
    invokedBy,
    accountId: known(identity.accountId) ?? known(issuer?.accountId) ?? known(parseArn(arn ?? "")?.accountId),
    accessKeyId: known(identity.accessKeyId),
    mfa: session?.attributes?.mfaAuthenticated ?? null,
  };
  const found = nameOf(type, identity, common) ?? fallback(type, identity, common);
  return { ...common, keyArn: type === "AssumedRole" ? common.issuerArn : arn, ...found };
}

type Common = Omit<Principal, "key" | "name" | "label" | "keyArn">;

/** Null where the fields that make up the type are missing. */
function nameOf(type: string, identity: Identity, common: Common): Named | null {
  const userName = known(identity.userName);
  const principalId = known(identity.principalId);
  switch (type) {
    case "Root": {
      if (!common.accountId) return null;
      const name = `root ${common.accountId}${userName ? ` (${userName})` : ""}`;
      return { key: common.arn ?? `root:${common.accountId}`, name, label: name };
    }
    case "IAMUser": {
      const key = principalId ?? common.arn;
      return key ? named(key, userName ?? lastSegment(common.arn) ?? key) : null;
    }
    case "AssumedRole":
      return assumedRole(identity, common);
    case "Role": {
      const key = common.arn ?? common.issuerArn;
      return key ? named(key, userName ?? lastSegment(key) ?? key) : null;
    }
    case "FederatedUser":
      return common.arn ? named(common.arn, lastSegment(common.arn) ?? common.arn) : null;
    case "AWSAccount": {
      if (!common.accountId) return null;
      const [id, sessionName] = splitPrincipalId(principalId);
      const name = sessionName ? `${common.accountId}/${sessionName}` : common.accountId;
      return { key: joined("account", common.accountId, id), name, label: common.accountId, sessionName };
    }
    case "AWSService":
      return common.invokedBy ? named(`service:${common.invokedBy}`, common.invokedBy) : null;
    case "SAMLUser":
    case "WebIdentityUser":
      return principalId ? named(principalId, userName ?? principalId) : null;
    case "IdentityCenterUser": {
      const userId = known(identity.onBehalfOf?.userId);
      return userId ? named(joined("idc", known(identity.onBehalfOf?.identityStoreArn), userId), userId) : null;
    }
    default:
      return null;
  }
}

function assumedRole(identity: Identity, common: Common): Named | null {
  const [roleId, idSession] = splitPrincipalId(known(identity.principalId));
  const [, arnRole, arnSession] = /:assumed-role\/([^/]+)\/(.+)$/s.exec(common.arn ?? "") ?? [];
  const role = common.issuerName ?? arnRole ?? null;
  const sessionName = arnSession ?? idSession;
  const key = common.issuerArn ?? roleId ?? (arnRole ? joined("role", common.accountId, arnRole) : null);
  if (!key) return null;
  const label = role ?? key;
  const person =
    common.sourceIdentity ??
    // Identity Center names the session after the person, and the role after the permission set.
    (role?.startsWith("AWSReservedSSO_") ? sessionName : null);
  return {
    key,
    name: person ?? (sessionName ? `${label}/${sessionName}` : label),
    label,
    issuerName: role,
    sessionName,
  };
}

function fallback(type: string, identity: Identity, common: Common): Named {
  if (common.arn) return named(common.arn, known(identity.userName) ?? lastSegment(common.arn) ?? common.arn);
  const principalId = known(identity.principalId);
  const userName = known(identity.userName);
  if (principalId) return named(principalId, userName ?? principalId);
  if (userName) return named(joined(type, common.accountId, userName), userName);
  if (common.accountId) {
    const name = isHiddenValue(identity.userName) ? `hidden user of ${common.accountId}` : common.accountId;
    return named(joined(type, common.accountId), name);
  }
  return common.invokedBy ? named(`service:${common.invokedBy}`, common.invokedBy) : named(type, "unknown");
}

function named(key: string, name: string): Named {
  return { key, name, label: name };
}

/** `AROA…:session` is the role's id and the session's name. */
function splitPrincipalId(principalId: string | null): [string | null, string | null] {
  const colon = principalId?.indexOf(":") ?? -1;
  if (!principalId || colon < 0) return [principalId, null];
  return [principalId.slice(0, colon) || null, principalId.slice(colon + 1) || null];
}

function lastSegment(arn: string | null): string | null {
  return arn?.split(/[/:]/).at(-1) || null;
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join(":");
}

/** Empty and masked values name nobody. */
function known(text: string | undefined): string | null {
  return text && !isHiddenValue(text) ? text : null;
}
