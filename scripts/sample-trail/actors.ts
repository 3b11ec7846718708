import type { Place } from "./organisation.ts";
import { accountId } from "./organisation.ts";
import { assumedRole, iamUser, ssoUser, type Identity, type Role } from "./identities.ts";
import type { Person } from "./people.ts";

/** Who calls, from where and with what: the part of a record that isn't the call. */
export type Actor = {
  identity: Identity;
  sourceIPAddress: string;
  /** A text, or one that names the command (`aws-cli/… command/codestar.list-projects`). */
  userAgent: (source: string, name: string) => string;
  /** `service`: an AWS service on its own connection, of which no TLS details are logged. */
  from: "console" | "command line" | "service";
};

const kebab = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();

export const cliAgent =
  (system: string, version = "2.13.30 Python/3.11.6") =>
  (source: string, name: string): string =>
    `aws-cli/${version} ${system} prompt/off command/${source}.${kebab(name)}`;

/** What a person's session looks like; `console` false: their command line. */
export type Session = { since: number; console: boolean; atHome: boolean; permissionSet?: string };

/** Whether the person has come to use IAM Identity Center by then. */
export const usesSso = (person: Person, at: number): boolean =>
  person.ssoSince !== undefined && at >= Date.parse(person.ssoSince) / 1000;

export function personActor(person: Person, session: Session, place: Place): Actor {
  const sso = usesSso(person, session.since) || place.account !== person.account;
  const identity = sso
    ? ssoUser(person, session.permissionSet ?? "DeveloperAccess", place.account, session.since)
    : iamUser(person, session.console ? session.since : undefined);
  return {
    identity,
    sourceIPAddress: session.atHome ? person.home : person.office,
    userAgent: session.console ? () => person.browser : cliAgent(person.system),
    from: session.console ? "console" : "command line",
  };
}

/** A service that works in a role on somebody's behalf (`invokedBy`). */
export function serviceInRole(role: Role, session: string, service: string, since: number): Actor {
  const name = `${service}.amazonaws.com`;
  return {
    identity: { ...assumedRole(role, session, since), invokedBy: name },
    sourceIPAddress: name,
    userAgent: () => name,
    from: "service",
  };
}

/** CodeStar's own service role of an account, which acts for whoever clicked. */
export const codestarRole = (account: Place["account"]): Role => ({
  name: "aws-codestar-service-role",
  path: "/service-role/",
  account,
});

export const codestarActor = (account: Place["account"], since: number): Actor =>
  serviceInRole(codestarRole(account), "AWSCodeStar", "codestar", since);

export const arnOf = (place: Place, service: string, resource: string): string =>
  `arn:aws:${service}:${place.region}:${accountId(place.account)}:${resource}`;
