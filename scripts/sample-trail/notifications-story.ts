import { arnOf } from "./actors.ts";
import { localTime } from "./calendar.ts";
import type { Call, Request } from "./call.ts";
import { actorOf } from "./cast.ts";
import { failed } from "./failures.ts";
import * as calls from "./notifications-calls.ts";
import type { Place } from "./organisation.ts";
import { PEOPLE, type PersonKey } from "./people.ts";
import { Random } from "./random.ts";

const PIPELINE = [
  "codepipeline-pipeline-pipeline-execution-failed",
  "codepipeline-pipeline-pipeline-execution-succeeded",
];
const BUILD = ["codebuild-project-build-state-failed"];

const rule = (
  project: string,
  kind: "pipeline" | "build",
  account: Place["account"],
  region: Place["region"],
  at: string,
  by: PersonKey,
): calls.Rule & { by: PersonKey } => {
  const place = { account, region };
  return {
    name: `${project}-${kind}`,
    place,
    resource:
      kind === "pipeline"
        ? arnOf(place, "codepipeline", `${project}-Pipeline`)
        : arnOf(place, "codebuild", `project/${project}`),
    topic: arnOf(place, "sns", `CodeStarNotifications-${project}`),
    eventTypeIds: kind === "pipeline" ? PIPELINE : BUILD,
    since: localTime(at, PEOPLE[by].zone),
    by,
  };
};

/** The notification rules, in the order in which they were made. */
export const RULES = [
  rule("lumen-portal", "pipeline", "products", "eu-west-1", "2022-12-06 11:20", "mateo"),
  rule("ledger-sync", "pipeline", "products", "us-east-1", "2022-12-09 10:31", "daniel"),
  rule("nimbus-batch", "build", "products", "eu-central-1", "2022-12-15 09:02", "jonas"),
  rule("tide-forecast", "pipeline", "products", "ap-southeast-2", "2023-02-01 10:40", "chloe"),
  rule("quill-notes", "build", "labs", "ap-southeast-2", "2023-02-17 14:05", "yuki"),
  rule("harbor-api", "pipeline", "products", "eu-west-1", "2023-02-28 10:15", "amara"),
  rule("orbit-docs", "pipeline", "shared", "us-east-1", "2023-03-09 09:37", "sofia"),
  rule("lumen-portal", "build", "products", "eu-west-1", "2023-08-30 15:22", "mateo"),
  rule("ledger-sync", "build", "products", "us-east-1", "2024-08-21 12:10", "daniel"),
] as const;

/** Rules are made, muted for the holidays, sent to a chat, and outlive the projects. */
export function playNotifications(): Call[] {
  const random = new Random("notifications");
  const regions = new Set<string>();
  const makings = RULES.flatMap((made) => {
    const key = `${made.place.account}/${made.place.region}`;
    const isFirst = !regions.has(key);
    regions.add(key);
    const steps = [calls.listEventTypes(), calls.listTargets(), calls.createRule(made, random.uuid())];
    const own = sitting(made.by, made.since, made.place, random, [...steps, calls.describeRule(made)]);
    return isFirst ? [...own, ...inEventBridge(made.by, made.since + 40, made.place, random)] : own;
  });
  return [...makings, ...playLater(random)];
}

function sitting(
  by: PersonKey,
  at: number,
  place: Place,
  random: Random,
  steps: readonly Request[],
  fails?: string,
): Call[] {
  const actor = actorOf(by, at, place, random);
  let time = at;
  return steps.map((request, index) => {
    const call = { at: time, actor, place, ...request };
    time += random.int(3, 30);
    return fails !== undefined && index === steps.length - 1 ? { ...call, ...failed(fails, request, actor) } : call;
  });
}

/** The notifications service calls EventBridge with the identity of whoever made the rule. */
function inEventBridge(by: PersonKey, at: number, place: Place, random: Random): Call[] {
  const service = "codestar-notifications.amazonaws.com";
  const { identity } = actorOf(by, at, place, random, false);
  const actor = { identity, sourceIPAddress: service, userAgent: () => service, from: "service" } as const;
  return calls.eventBridgeRule(place).map((request, index) => ({ at: at + index, actor, place, ...request }));
}

function playLater(random: Random): Call[] {
  const ruleOf = (name: string) => {
    const found = RULES.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`no rule ${name}`);
    return found;
  };
  const sit = (at: string, by: PersonKey, name: string, steps: (made: calls.Rule) => Request[], fails?: string) =>
    sitting(
      by,
      localTime(at, PEOPLE[by].zone),
      ruleOf(name).place,
      random,
      [calls.listRules(), ...steps(ruleOf(name))],
      fails,
    );
  const mute = (made: calls.Rule) => [calls.describeRule(made), calls.updateRule(made, { status: "DISABLED" })];
  const unmute = (made: calls.Rule) => [calls.updateRule(made, { status: "ENABLED" })];
  const slack = (made: calls.Rule) => calls.chat(made.place, "halden-builds");
  return [
    ...sit("2022-12-22 16:40", "mateo", "lumen-portal-pipeline", mute),
    ...sit("2023-01-02 09:55", "mateo", "lumen-portal-pipeline", unmute),
    ...sit("2023-02-22 10:05", "mateo", "lumen-portal-pipeline", (made) => [
      calls.subscribe(made, slack(made), random.uuid()),
      calls.listTargets(),
    ]),
    ...sit("2023-04-25 11:30", "ben", "quill-notes-build", (made) => [calls.deleteRule(made)], "AccessDeniedException"),
    ...sit("2023-06-21 12:15", "daniel", "ledger-sync-pipeline", (made) => [
      calls.updateRule(made, { detailType: "BASIC" }),
      calls.describeRule(made),
    ]),
    ...sit("2023-10-16 11:20", "daniel", "ledger-sync-pipeline", (made) => [
      calls.tagRule(made, { incident: "HLD-2214" }),
      calls.listRuleTags(made),
    ]),
    ...sit("2023-12-22 15:35", "jonas", "nimbus-batch-build", mute),
    ...sit("2024-01-02 08:10", "jonas", "nimbus-batch-build", unmute),
    ...sit("2024-02-28 10:12", "amara", "harbor-api-pipeline", (made) => [
      calls.subscribe(made, slack(made), random.uuid()),
    ]),
    ...sit(
      "2024-05-06 15:02",
      "daniel",
      "ledger-sync-pipeline",
      (made) => [calls.subscribe(made, slack(made), random.uuid())],
      "ValidationException",
    ),
    ...sit("2024-06-27 10:44", "mateo", "lumen-portal-pipeline", (made) => [
      calls.unsubscribe(made, slack(made)),
      calls.deleteTarget(slack(made)),
    ]),
    ...sit("2024-08-15 11:27", "yuki", "quill-notes-build", (made) => [
      calls.describeRule(made),
      calls.deleteRule(made),
    ]),
    ...sit("2024-10-08 10:20", "amara", "harbor-api-pipeline", (made) => [
      calls.updateRule(made, { eventTypeIds: [PIPELINE[0]] }),
    ]),
  ];
}
