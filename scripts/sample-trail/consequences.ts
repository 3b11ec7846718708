import { arnOf, codestarActor } from "./actors.ts";
import type { Call, Json } from "./call.ts";
import { stackArn, syncResources, type Project, type ProjectRole } from "./codestar-calls.ts";
import { failed } from "./failures.ts";
import { serviceEvent } from "./identities.ts";
import { accountId } from "./organisation.ts";
import { PEOPLE } from "./people.ts";
import type { Random } from "./random.ts";
import type { Deed } from "./stories/story.ts";

type Effect = readonly [source: string, name: string, request: Json, response?: Json | null, fails?: string];

/**
 * What CodeStar does in other services after a call: none of these records is CodeStar's own.
 * @param held the role that the member had before
 */
export function consequencesOf(
  deed: Deed,
  project: Project,
  stackId: string,
  at: number,
  random: Random,
  held: ProjectRole | undefined,
): Call[] {
  const effects = effectsOf(deed, project, stackId, held);
  const actor = codestarActor(project.place.account, at);
  let time = at + 2;
  const calls = effects.map(([source, name, request, response = null, fails]): Call => {
    time += random.int(1, 6);
    // IAM is a global service: its records are us-east-1's, wherever the project is.
    const place = source === "iam" ? ({ ...project.place, region: "us-east-1" } as const) : project.place;
    const call = { source, name, readOnly: false, request, response };
    return { at: time, actor, place, ...call, ...(fails !== undefined && failed(fails, call, actor)) };
  });
  return deed.verb === "create" ? [...calls, resourceSync(project, time + 120)] : calls;
}

/** CodeStar itself, at no one's call: an identity without a type. */
export function resourceSync(project: Project, at: number): Call {
  const name = "codestar.amazonaws.com";
  const identity = serviceEvent(project.place.account, "codestar");
  const actor = { identity, sourceIPAddress: name, userAgent: () => name, from: "service" } as const;
  return { at, actor, place: project.place, ...syncResources(project) };
}

function effectsOf(deed: Deed, project: Project, stackId: string, held: ProjectRole | undefined): Effect[] {
  const account = accountId(project.place.account);
  const policy = (role: string) => `arn:aws:iam::${account}:policy/CodeStar_${project.id}_${role}`;
  switch (deed.verb) {
    case "create":
      return toolchain(project, stackId, account);
    case "add":
      return [["iam", "AttachUserPolicy", { userName: PEOPLE[deed.who].user, policyArn: policy(deed.role) }]];
    case "change":
      if (held === deed.role) return [];
      return [
        ["iam", "DetachUserPolicy", { userName: PEOPLE[deed.who].user, policyArn: policy(held ?? "Viewer") }],
        ["iam", "AttachUserPolicy", { userName: PEOPLE[deed.who].user, policyArn: policy(deed.role) }],
      ];
    case "remove":
      return [["iam", "DetachUserPolicy", { userName: PEOPLE[deed.who].user, policyArn: policy(held ?? "Viewer") }]];
    case "delete":
      return [
        ...["Owner", "Contributor", "Viewer"].map((role): Effect => [
          "iam",
          "DeletePolicy",
          { policyArn: policy(role) },
          null,
          role === deed.leaves ? "DeleteConflictException" : undefined,
        ]),
        ...(deed.deleteStack
          ? [["cloudformation", "DeleteStack", { stackName: stackArn(project, stackId) }] as Effect]
          : []),
      ];
    default:
      return [];
  }
}

function toolchain(project: Project, stackId: string, account: string): Effect[] {
  const { id, place } = project;
  const worker = `CodeStarWorker-${id}-ToolChain`;
  const bucketName = `aws-codestar-${place.region}-${account}-${id}-pipe`;
  const roleArn = `arn:aws:iam::${account}:role/${worker}`;
  return [
    [
      "cloudformation",
      "CreateStack",
      { stackName: `awscodestar-${id}`, capabilities: ["CAPABILITY_NAMED_IAM"] },
      { stackId: stackArn(project, stackId) },
    ],
    [
      "iam",
      "CreateRole",
      { roleName: worker, assumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}' },
      { role: { roleName: worker, arn: roleArn } },
    ],
    ...["Owner", "Contributor", "Viewer"].map((role): Effect => [
      "iam",
      "CreatePolicy",
      { policyName: `CodeStar_${id}_${role}` },
      { policy: { policyName: `CodeStar_${id}_${role}` } },
    ]),
    ["s3", "CreateBucket", { bucketName, Host: `s3.${place.region}.amazonaws.com` }],
    [
      "codecommit",
      "CreateRepository",
      { repositoryName: id },
      { repositoryMetadata: { repositoryName: id, accountId: account } },
    ],
    [
      "codebuild",
      "CreateProject",
      { name: id, serviceRole: roleArn, source: { type: "CODEPIPELINE" } },
      { project: { name: id, arn: arnOf(place, "codebuild", `project/${id}`) } },
    ],
    [
      "codepipeline",
      "CreatePipeline",
      { pipeline: { name: `${id}-Pipeline`, roleArn, version: 1 } },
      { pipeline: { name: `${id}-Pipeline`, version: 1 } },
    ],
    [
      "events",
      "PutRule",
      { name: `awscodestar-${id}-SourceEvent`, state: "ENABLED" },
      { ruleArn: arnOf(place, "events", `rule/awscodestar-${id}-SourceEvent`) },
    ],
  ];
}
