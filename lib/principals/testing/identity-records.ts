import { testRecord } from "#lib/sync/testing/test-record.ts";

const ACCOUNT = "111122223333";
const attributes = (creationDate: string, mfa?: string) => ({ creationDate, ...(mfa && { mfaAuthenticated: mfa }) });

/** The identity of a role's session. */
export function roleIdentity(path: string, session: string, accessKeyId: string, more: object = {}): object {
  const name = path.split("/").at(-1);
  return {
    type: "AssumedRole",
    principalId: `AROA${name}:${session}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/${session}`,
    accountId: ACCOUNT,
    accessKeyId,
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: `AROA${name}`,
        arn: `arn:aws:iam::${ACCOUNT}:role/${path}`,
        accountId: ACCOUNT,
        userName: name,
      },
      attributes: attributes("2024-05-01T08:30:00Z", "false"),
      ...more,
    },
  };
}

/** The identity of an IAM user, with a session of MFA when it has a temporary key. */
export function userIdentity(name: string, accessKeyId: string, id = `AIDA${name.toUpperCase()}`): object {
  return {
    type: "IAMUser",
    principalId: id,
    arn: userArn(name),
    accountId: ACCOUNT,
    userName: name,
    accessKeyId,
    ...(accessKeyId.startsWith("ASIA") && {
      sessionContext: { sessionIssuer: {}, attributes: attributes("20240501T083000Z", "true") },
    }),
  };
}

/** An IAM user's ARN by their name. */
export const userArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:user/${name}`;

/** One identity of every type, by a name. */
export const IDENTITIES: Record<string, object> = {
  root: {
    type: "Root",
    principalId: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:root`,
    accountId: ACCOUNT,
    accessKeyId: "ASIAROOT",
    sessionContext: { sessionIssuer: {}, attributes: attributes("2024-05-01T08:30:00Z", "true") },
  },
  "user with a key": userIdentity("ana", "AKIAANA"),
  "user with a session": userIdentity("ben", "ASIABEN"),
  role: roleIdentity("Deploy", "x", "ASIADEPLOY"),
  "identity center role": roleIdentity(
    "aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Dev_0123456789abcdef",
    "cleo@example.com",
    "ASIACLEO",
  ),
  "federated user": {
    type: "FederatedUser",
    principalId: `${ACCOUNT}:contractor`,
    arn: `arn:aws:sts::${ACCOUNT}:federated-user/contractor`,
    accountId: ACCOUNT,
    accessKeyId: "ASIAFED",
    sessionContext: {
      sessionIssuer: { type: "IAMUser", principalId: "AIDAANA", arn: userArn("ana"), userName: "ana" },
      attributes: attributes("2024-05-01T08:30:00Z", "false"),
    },
  },
  account: { type: "AWSAccount", principalId: "AROAOTHER:dan@example.com", accountId: "444455556666" },
  service: { type: "AWSService", invokedBy: "codestar-notifications.amazonaws.com" },
  saml: { type: "SAMLUser", principalId: "qualifier:eve", userName: "eve@example.com", identityProvider: "qualifier" },
  "web identity": {
    type: "WebIdentityUser",
    principalId: "issuer:app:fay",
    userName: "fay",
    identityProvider: "issuer",
  },
  "identity center user": {
    type: "IdentityCenterUser",
    accountId: ACCOUNT,
    onBehalfOf: { userId: "u-gus", identityStoreArn: `arn:aws:identitystore::${ACCOUNT}:identitystore/d-1` },
    credentialId: "c-1",
  },
  unknown: { type: "Unknown", principalId: "who", accountId: ACCOUNT },
};

/** A change of a team, by an identity. */
export function teamRecord(name: string, action: string, time: string, parameters: object, fields: object = {}) {
  return testRecord(name, {
    eventName: action,
    eventTime: time,
    requestParameters: { projectId: "orchard", ...parameters },
    ...fields,
  });
}

/** An answer of STS that hands out a key. */
export function stsRecord(name: string, identity: object, accessKeyId: string, fields: object = {}) {
  return testRecord(name, {
    eventSource: "sts.amazonaws.com",
    eventName: "AssumeRole",
    eventTime: "2024-05-01T08:30:00Z",
    userIdentity: identity,
    requestParameters: {},
    responseElements: { credentials: { accessKeyId } },
    ...fields,
  });
}
