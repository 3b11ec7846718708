import { isoTime } from "./calendar.ts";
import { accountId, awsId, DOMAIN, TRAIL, type Account } from "./organisation.ts";
import { userArn, type Person } from "./people.ts";
import { Random } from "./random.ts";

/** A record's `userIdentity`, in each of the shapes that CloudTrail writes. */
export type Identity = Record<string, unknown>;

/** Strings, not booleans: CloudTrail's own way. */
const attributes = (since: number, mfa: boolean) => ({ creationDate: isoTime(since), mfaAuthenticated: String(mfa) });

/** An IAM user with its long-lived key, or (`consoleSince`) with the session of a console sign-in. */
export function iamUser(person: Person, consoleSince?: number): Identity {
  const identity = {
    type: "IAMUser",
    principalId: awsId("AIDA", person.user),
    arn: userArn(person),
    accountId: accountId(person.account),
  };
  if (consoleSince === undefined) {
    return { ...identity, accessKeyId: awsId("AKIA", person.user), userName: person.user };
  }
  return {
    ...identity,
    accessKeyId: awsId("ASIA", `${person.user}/${consoleSince}`),
    userName: person.user,
    sessionContext: {
      sessionIssuer: {},
      webIdFederationData: {},
      attributes: attributes(consoleSince, person.mfa),
    },
  };
}

export type Role = { name: string; path: string; account: Account };

export function assumedRole(role: Role, session: string, since: number, mfa = false): Identity {
  const principalId = awsId("AROA", `${role.account}/${role.name}`);
  const account = accountId(role.account);
  return {
    type: "AssumedRole",
    principalId: `${principalId}:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role.name}/${session}`,
    accountId: account,
    accessKeyId: awsId("ASIA", `${role.name}/${session}/${since}`),
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId,
        arn: `arn:aws:iam::${account}:role${role.path}${role.name}`,
        accountId: account,
        userName: role.name,
      },
      webIdFederationData: {},
      attributes: attributes(since, mfa),
    },
  };
}

/** The role that IAM Identity Center makes for a permission set in an account. */
export function ssoRole(permissionSet: string, account: Account): Role {
  const suffix = new Random(`sso/${permissionSet}/${account}`).hex(16);
  return {
    name: `AWSReservedSSO_${permissionSet}_${suffix}`,
    path: `/aws-reserved/sso.amazonaws.com/${TRAIL.homeRegion}/`,
    account,
  };
}

/** A person behind a permission set; second factors of Identity Center don't show in the record. */
export const ssoUser = (person: Person, permissionSet: string, account: Account, since: number): Identity =>
  assumedRole(ssoRole(permissionSet, account), `${person.user}@${DOMAIN}`, since);

export const root = (account: Account, since: number): Identity => ({
  type: "Root",
  principalId: accountId(account),
  arn: `arn:aws:iam::${accountId(account)}:root`,
  accountId: accountId(account),
  accessKeyId: awsId("ASIA", `root/${since}`),
  sessionContext: { sessionIssuer: {}, webIdFederationData: {}, attributes: attributes(since, false) },
});

/** A session from GetFederationToken, issued by an IAM user. */
export const federatedUser = (name: string, issuer: Person, since: number): Identity => ({
  type: "FederatedUser",
  principalId: `${accountId(issuer.account)}:${name}`,
  arn: `arn:aws:sts::${accountId(issuer.account)}:federated-user/${name}`,
  accountId: accountId(issuer.account),
  accessKeyId: awsId("ASIA", `${name}/${since}`),
  sessionContext: {
    sessionIssuer: {
      type: "IAMUser",
      principalId: awsId("AIDA", issuer.user),
      arn: userArn(issuer),
      accountId: accountId(issuer.account),
      userName: issuer.user,
    },
    attributes: attributes(since, false),
  },
});

export const samlUser = (name: string): Identity => ({
  type: "SAMLUser",
  principalId: `n3kq81LxZ2bQwV7eYd0o5uTfA9c=:${name}@${DOMAIN}`,
  userName: `${name}@${DOMAIN}`,
  identityProvider: "n3kq81LxZ2bQwV7eYd0o5uTfA9c=",
});

const GITHUB = "token.actions.githubusercontent.com";

/** A workflow of GitHub Actions with its OpenID token. */
export const webIdentityUser = (repository: string, account: Account): Identity => ({
  type: "WebIdentityUser",
  principalId: `arn:aws:iam::${accountId(account)}:oidc-provider/${GITHUB}:sts.amazonaws.com:repo:${repository}:ref:refs/heads/main`,
  userName: `repo:${repository}:ref:refs/heads/main`,
  identityProvider: `arn:aws:iam::${accountId(account)}:oidc-provider/${GITHUB}`,
});

export const awsService = (name: string): Identity => ({ type: "AWSService", invokedBy: `${name}.amazonaws.com` });

/** Somebody of another account: CloudTrail tells no more of them here. */
export const otherAccount = (account: string, roleId: string, session: string): Identity => ({
  type: "AWSAccount",
  principalId: `${roleId}:${session}`,
  accountId: account,
});

export const identityCenterUser = (person: Person): Identity => ({
  type: "IdentityCenterUser",
  accountId: accountId(person.account),
  onBehalfOf: {
    userId: `92e5b4${awsId("AIDA", `idc/${person.user}`).slice(4, 8).toLowerCase()}-5f0a-70c1-8d3e-1b7c4a926e05`,
    identityStoreArn: `arn:aws:identitystore::${accountId("shared")}:identitystore/d-93677a1c2e`,
  },
  credentialId: awsId("ASIA", `credential/${person.user}`).toLowerCase(),
});

/** A service event: no type at all. */
export const serviceEvent = (account: Account, service: string): Identity => ({
  accountId: accountId(account),
  invokedBy: `${service}.amazonaws.com`,
});
