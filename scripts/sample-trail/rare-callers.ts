import { cliAgent, type Actor } from "./actors.ts";
import { CODESTAR_END, type Day } from "./calendar.ts";
import type { Call } from "./call.ts";
import * as codestar from "./codestar-calls.ts";
import * as connections from "./connections-calls.ts";
import { CONNECTIONS } from "./connections.ts";
import { resourceSync } from "./consequences.ts";
import { failed } from "./failures.ts";
import {
  awsService,
  federatedUser,
  identityCenterUser,
  otherAccount,
  samlUser,
  webIdentityUser,
  type Identity,
} from "./identities.ts";
import type { Place } from "./organisation.ts";
import { PEOPLE } from "./people.ts";
import type { Lifetime } from "./projects.ts";
import type { Random } from "./random.ts";

const SHARED: Place = { account: "shared", region: "us-east-1" };
const PARTNER = { account: "905318864427", roleId: "AROAXQ3E7LZ2PARTNER7Q" } as const;
const EU: Place = { account: "products", region: "eu-west-1" };

const caller = (
  identity: Identity,
  sourceIPAddress: string,
  agent: string,
  from: Actor["from"] = "command line",
): Actor => ({
  identity,
  sourceIPAddress,
  userAgent: () => agent,
  from,
});

/** Identities that are neither a person's own nor a pipeline's: each type that CloudTrail knows turns up. */
export function playRareCallers(day: Day, lifetimes: readonly Lifetime[], random: Random): Call[] {
  const at = day.noon + random.int(-4 * 3600, 4 * 3600);
  return [
    ...(day.date.endsWith("-15") ? monthlySync(lifetimes, at) : []),
    ...contractor(day, at, random),
    ...byService(day, at, random),
    ...fromOtherAccount(day, at),
    ...turnedAway(day, at),
  ];
}

const monthlySync = (lifetimes: readonly Lifetime[], at: number): Call[] =>
  lifetimes
    .filter(({ from, to }) => from < at && to > at)
    .map(({ project }, index) => resourceSync(project, at + index));

/** Nils writes the handbook for three months, with a session that Sofia's key issues. */
function contractor(day: Day, at: number, random: Random): Call[] {
  if (day.date < "2023-09-04" || day.date > "2023-11-30" || day.weekday === 0 || day.weekday > 4) return [];
  const identity = federatedUser("nils.haugen", PEOPLE.sofia, at - 600);
  const actor: Actor = {
    identity,
    sourceIPAddress: "203.0.113.230",
    userAgent: cliAgent("Windows/10 exe/AMD64"),
    from: "command line",
  };
  const wanted = [
    codestar.describeProject("orbit-docs"),
    codestar.listResources("orbit-docs"),
    codestar.listTeamMembers("orbit-docs"),
  ];
  return wanted.slice(0, random.int(1, 3)).map((request, index) => {
    const denied = request.name === "ListTeamMembers" && failed("AccessDeniedException", request, actor);
    return { at: at + index * 7, actor, place: SHARED, ...request, ...denied };
  });
}

/** CloudFormation looks a connection up on its own account. */
function byService(day: Day, at: number, random: Random): Call[] {
  if (day.weekday !== 2) return [];
  const known = CONNECTIONS.filter((made) => made.since < at - 86_400 && made.provider === "GitHub");
  if (known.length === 0) return [];
  const made = random.pick(known);
  const actor = caller(
    awsService("cloudformation"),
    "cloudformation.amazonaws.com",
    "cloudformation.amazonaws.com",
    "service",
  );
  return [
    {
      at,
      actor,
      place: made.place,
      source: connections.connectionsSource(at, random),
      ...connections.getConnection(made),
    },
  ];
}

/** A partner's pipeline uses the connection shared with it; before it was shared, it tried in vain. */
function fromOtherAccount(day: Day, at: number): Call[] {
  const shared = CONNECTIONS.find((made) => made.name === "lumen-github");
  if (!shared || (day.weekday !== 1 && day.weekday !== 4) || at < shared.since) return [];
  const identity = otherAccount(PARTNER.account, PARTNER.roleId, "release-pipeline");
  const actor = caller(
    identity,
    "192.0.2.201",
    "aws-sdk-go-v2/1.25.0 os/linux lang/go#1.22.1 md/GOARCH#amd64 api/codeconnections#1.2.0",
  );
  const request = { source: "codeconnections", ...connections.getConnection(shared) };
  const early = at < shared.since + 14 * 86_400;
  return [{ at, actor, place: EU, ...request, ...(early && failed("AccessDeniedException", request, actor)) }];
}

/** Tokens of an identity provider that nobody exchanged for a role, and a portal session. */
function turnedAway(day: Day, at: number): Call[] {
  const source = at < Date.UTC(2024, 2, 29) / 1000 ? "codestar-connections" : "codeconnections";
  const request = { source, ...connections.listConnections() };
  const refused = (actor: Actor): Call[] => [
    { at, actor, place: EU, ...request, ...failed("AccessDeniedException", request, actor) },
  ];
  const monthDay = day.date.slice(8);
  if (monthDay === "11") {
    return refused(
      caller(
        webIdentityUser("halden-optics/lumen-portal", "products"),
        "192.0.2.71",
        "aws-sdk-js/3.450.0 os/linux lang/js",
      ),
    );
  }
  if (monthDay === "21" && day.date < "2023-12")
    return refused(caller(samlUser("sofia.lindqvist"), PEOPLE.sofia.office, PEOPLE.sofia.browser));
  if (day.noon > CODESTAR_END && day.weekday === 5) {
    const actor = caller(identityCenterUser(PEOPLE.margaret), PEOPLE.margaret.office, PEOPLE.margaret.browser);
    return [{ at, actor, place: EU, ...request }];
  }
  return [];
}
