import { cliAgent, type Actor } from "./actors.ts";
import type { Call, Request } from "./call.ts";
import * as codestar from "./codestar-calls.ts";
import { failed } from "./failures.ts";
import { assumedRole, iamUser } from "./identities.ts";
import { awsId, type Place } from "./organisation.ts";
import { PEOPLE, userArn } from "./people.ts";
import { Random } from "./random.ts";

/** Saturday, 14 October 2023, 02:41 UTC. */
const BEGINS = Date.UTC(2023, 9, 14, 2, 41, 7) / 1000;
const US: Place = { account: "products", region: "us-east-1" };
const STRANGER = "192.0.2.113";
const GUESSES = ["ledger-sync", "lumen-portal", "nimbus-batch", "billing", "payments", "ledger", "prod", "admin"];

/**
 * Two weeks after Tomás left, his old access key comes back from an address nobody knows: for a quarter of an hour it
 * tries every door of CodeStar, and every door is shut. In the morning Ingrid switches the key off.
 */
export function playNightBurst(): Call[] {
  const random = new Random("night-burst");
  const actor: Actor = {
    identity: iamUser(PEOPLE.tomas),
    sourceIPAddress: STRANGER,
    userAgent: cliAgent("Linux/6.3.0-kali1-amd64 exe/x86_64.kali.2023", "2.12.1 Python/3.11.4"),
    from: "command line",
  };
  const calls: Call[] = [];
  let at = BEGINS;
  for (let round = 0; round < 24; round++) {
    for (const request of attempts(random)) {
      at += random.int(1, 9);
      const throttled = random.chance(0.12);
      const code = throttled ? "ThrottlingException" : "AccessDeniedException";
      // A throttled call is turned away before its parameters are read.
      const seen = throttled ? { ...request, request: null } : request;
      calls.push({ at, actor, place: US, ...seen, ...failed(code, seen, actor) });
    }
  }
  return [...calls, ...switchOff()];
}

function attempts(random: Random): Request[] {
  const id = random.pick(GUESSES);
  const arn = userArn(PEOPLE.tomas);
  const tries = [
    codestar.listProjects(),
    codestar.describeProject(id),
    codestar.listTeamMembers(id),
    codestar.updateTeamMember(id, arn, "Owner", true),
    codestar.associateTeamMember(id, arn, "Owner", true, random.uuid()),
    codestar.listUserProfiles(),
    codestar.listResources(id),
  ];
  return random.shuffle(tries).slice(0, random.int(4, 7));
}

function switchOff(): Call[] {
  const at = Date.UTC(2023, 9, 14, 8, 3, 20) / 1000;
  const actor: Actor = {
    identity: assumedRole(
      { name: "BreakGlassAdmin", path: "/emergency/", account: "products" },
      "ingrid.solberg",
      at - 300,
      true,
    ),
    sourceIPAddress: PEOPLE.ingrid.home,
    userAgent: cliAgent(PEOPLE.ingrid.system),
    from: "command line",
  };
  const userName = PEOPLE.tomas.user;
  const request = { userName, accessKeyId: awsId("AKIA", userName), status: "Inactive" };
  return [
    { at, actor, place: US, source: "iam", name: "UpdateAccessKey", readOnly: false, request },
    { at: at + 6, actor, place: US, source: "iam", name: "ListAccessKeys", readOnly: true, request: { userName } },
    { at: at + 41, actor, place: US, source: "codestar", name: "ListProjects", readOnly: true, request: null },
  ];
}
