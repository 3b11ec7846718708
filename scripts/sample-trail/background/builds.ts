import { CI_ROLE } from "#scripts/sample-trail/audits.ts";
import { arnOf, type Actor } from "#scripts/sample-trail/actors.ts";
import { isoTime } from "#scripts/sample-trail/calendar.ts";
import type { Call } from "#scripts/sample-trail/call.ts";
import { assumedRole, webIdentityUser } from "#scripts/sample-trail/identities.ts";
import { accountId, awsId, type Place } from "#scripts/sample-trail/organisation.ts";
import type { Random } from "#scripts/sample-trail/random.ts";
import { chooser, FUNCTIONS, reads, REPOSITORIES, writes } from "./template.ts";

const stack = (place: Place, name: string) =>
  arnOf(place, "cloudformation", `stack/${name}/5d0c7be0-91a4-11ee-a6f2-0a58a9feac02`);

const choose = chooser([
  reads(16, "cloudformation", "DescribeStacks", (_, random) => ({ stackName: `${random.pick(REPOSITORIES)}-stack` })),
  reads(9, "cloudformation", "DescribeStackEvents", (_, random) => ({
    stackName: `${random.pick(REPOSITORIES)}-stack`,
  })),
  writes(4, "cloudformation", "CreateChangeSet", (place, random) => {
    const name = `${random.pick(REPOSITORIES)}-stack`;
    return {
      request: {
        stackName: name,
        changeSetName: `release-${random.hex(7)}`,
        capabilities: ["CAPABILITY_IAM"],
        parameters: "HIDDEN_DUE_TO_SECURITY_REASONS",
      },
      response: { id: stack(place, name), stackId: stack(place, name) },
    };
  }),
  writes(4, "cloudformation", "ExecuteChangeSet", (_, random) => ({
    request: { stackName: `${random.pick(REPOSITORIES)}-stack`, changeSetName: `release-${random.hex(7)}` },
  })),
  writes(5, "lambda", "UpdateFunctionCode20150331v2", (place, random) => {
    const functionName = random.pick(FUNCTIONS);
    return {
      request: {
        functionName,
        s3Bucket: "halden-artifacts",
        s3Key: `${functionName}/${random.hex(40)}.zip`,
        publish: true,
        dryRun: false,
      },
      response: {
        functionName,
        functionArn: arnOf(place, "lambda", `function:${functionName}`),
        runtime: "nodejs18.x",
        codeSize: random.int(40_000, 9_000_000),
        version: String(random.int(1, 400)),
      },
    };
  }),
  writes(6, "codebuild", "StartBuild", (place, random) => {
    const projectName = random.pick(REPOSITORIES);
    return {
      request: { projectName },
      response: {
        build: {
          id: `${projectName}:${random.uuid()}`,
          arn: arnOf(place, "codebuild", `build/${projectName}`),
          buildStatus: "IN_PROGRESS",
        },
      },
    };
  }),
  reads(12, "codebuild", "BatchGetBuilds", (_, random) => ({ ids: [`${random.pick(REPOSITORIES)}:${random.uuid()}`] })),
  // CodeBuild has a CreateProject of its own: only the event source tells it from CodeStar's.
  writes(0.3, "codebuild", "CreateProject", (place, random) => {
    const name = `${random.pick(REPOSITORIES)}-checks-${random.hex(4)}`;
    return {
      request: { name, source: { type: "GITHUB" }, artifacts: { type: "NO_ARTIFACTS" } },
      response: { project: { name, arn: arnOf(place, "codebuild", `project/${name}`) } },
    };
  }),
  writes(4, "codepipeline", "StartPipelineExecution", (_, random) => ({
    request: { name: `${random.pick(REPOSITORIES)}-Pipeline` },
    response: { pipelineExecutionId: random.uuid() },
  })),
  reads(9, "codepipeline", "GetPipelineState", (_, random) => ({ name: `${random.pick(REPOSITORIES)}-Pipeline` })),
  writes(3, "ecr", "InitiateLayerUpload", (place, random) => ({
    request: { repositoryName: random.pick(REPOSITORIES), registryId: accountId(place.account) },
  })),
  reads(4, "ssm", "GetParameter", () => ({ name: "/halden/release/channel", withDecryption: false })),
]);

/** A push: GitHub's token is exchanged for the role, and the run works with it. */
export function playBuilds(place: Place, from: number, runs: number, random: Random): Call[] {
  return Array.from({ length: runs }, () => {
    let at = from + random.int(6 * 3600, 20 * 3600);
    const session = `gh-run-${random.int(3_000_000, 11_900_000)}`;
    const role = { ...CI_ROLE, account: place.account };
    const actor: Actor = {
      identity: assumedRole(role, session, at),
      sourceIPAddress: `192.0.2.${random.int(60, 95)}`,
      userAgent: () => "aws-cli/2.15.11 Python/3.11.6 Linux/6.2.0-1018-azure exe/x86_64.ubuntu.22 prompt/off",
      from: "command line",
    };
    const steps = Array.from({ length: random.int(3, 9) }, (): Call => ({
      at: (at += random.int(2, 70)),
      actor,
      place,
      ...choose(random).request(place, random),
    }));
    return [exchange(place, (steps[0]?.at ?? at) - 3, session, actor, random), ...steps];
  }).flat();
}

function exchange(place: Place, at: number, session: string, run: Actor, random: Random): Call {
  const account = accountId(place.account);
  const roleArn = `arn:aws:iam::${account}:role/ci/DeployPipeline`;
  return {
    at,
    actor: { ...run, identity: webIdentityUser(`halden-optics/${random.pick(REPOSITORIES)}`, place.account) },
    place,
    source: "sts",
    name: "AssumeRoleWithWebIdentity",
    readOnly: true,
    request: { roleArn, roleSessionName: session, durationSeconds: 3600 },
    response: {
      credentials: {
        accessKeyId: `ASIA${random.base32(16)}`,
        sessionToken: "HIDDEN_DUE_TO_SECURITY_REASONS",
        expiration: isoTime(at + 3600),
      },
      subjectFromWebIdentityToken: "repo:halden-optics:ref:refs/heads/main",
      assumedRoleUser: {
        assumedRoleId: `${awsId("AROA", `${place.account}/DeployPipeline`)}:${session}`,
        arn: `arn:aws:sts::${account}:assumed-role/DeployPipeline/${session}`,
      },
      audience: "sts.amazonaws.com",
    },
    extra: { resources: [{ accountId: account, type: "AWS::IAM::Role", ARN: roleArn }] },
  };
}
