import { arnOf, usesSso, type Actor } from "#scripts/sample-trail/actors.ts";
import type { Day } from "#scripts/sample-trail/calendar.ts";
import { isoTime } from "#scripts/sample-trail/calendar.ts";
import type { Call } from "#scripts/sample-trail/call.ts";
import { failed } from "#scripts/sample-trail/failures.ts";
import { samlUser, ssoRole } from "#scripts/sample-trail/identities.ts";
import { accountId, type Place, type Region } from "#scripts/sample-trail/organisation.ts";
import { PEOPLE, type PersonKey } from "#scripts/sample-trail/people.ts";
import type { Random } from "#scripts/sample-trail/random.ts";
import { workday, type Workday } from "#scripts/sample-trail/workdays.ts";
import { BUCKETS, chooser, FUNCTIONS, reads, REPOSITORIES, TABLES, writes } from "./template.ts";

/** Where each person's own work is. */
const HOME_REGION: Record<PersonKey, Region> = {
  ingrid: "eu-west-1",
  priya: "eu-west-1",
  mateo: "eu-west-1",
  amara: "eu-west-1",
  jonas: "eu-central-1",
  tomas: "us-east-1",
  chloe: "ap-southeast-2",
  daniel: "us-east-1",
  sofia: "us-east-1",
  lukas: "eu-central-1",
  yuki: "ap-southeast-2",
  ben: "ap-southeast-2",
  margaret: "eu-west-1",
};

const choose = chooser([
  reads(10, "ec2", "DescribeInstances", () => ({ instancesSet: {}, filterSet: {} })),
  reads(6, "ec2", "DescribeSecurityGroups", () => ({ securityGroupSet: {}, filterSet: {} })),
  reads(3, "ec2", "DescribeVpcs", () => ({ vpcSet: {}, filterSet: {} })),
  reads(9, "lambda", "ListFunctions20150331"),
  reads(8, "lambda", "GetFunction20150331v2", (_, random) => ({ functionName: random.pick(FUNCTIONS) })),
  reads(9, "logs", "DescribeLogStreams", (_, random) => ({
    logGroupName: `/aws/lambda/${random.pick(FUNCTIONS)}`,
    orderBy: "LastEventTime",
    descending: true,
  })),
  reads(7, "logs", "FilterLogEvents", (_, random) => ({
    logGroupName: `/aws/lambda/${random.pick(FUNCTIONS)}`,
    filterPattern: "ERROR",
  })),
  reads(8, "cloudformation", "DescribeStacks"),
  reads(6, "cloudformation", "DescribeStackResources", (_, random) => ({
    stackName: `${random.pick(REPOSITORIES)}-stack`,
  })),
  reads(6, "s3", "ListBuckets", (place) => ({ Host: `s3.${place.region}.amazonaws.com` })),
  reads(5, "s3", "GetBucketPolicy", (place, random) => ({
    bucketName: random.pick(BUCKETS),
    Host: `s3.${place.region}.amazonaws.com`,
    policy: "",
  })),
  reads(4, "codebuild", "ListProjects", () => ({ sortBy: "NAME", sortOrder: "ASCENDING" })),
  reads(4, "codebuild", "BatchGetProjects", (_, random) => ({ names: [random.pick(REPOSITORIES)] })),
  reads(6, "codepipeline", "ListPipelineExecutions", (_, random) => ({
    pipelineName: `${random.pick(REPOSITORIES)}-Pipeline`,
  })),
  reads(5, "codecommit", "GetBranch", (_, random) => ({
    repositoryName: random.pick(REPOSITORIES),
    branchName: "main",
  })),
  reads(5, "monitoring", "DescribeAlarms", () => ({ maxRecords: 100 })),
  reads(3, "kms", "ListAliases", () => ({ limit: 100 })),
  reads(3, "dynamodb", "ListTables"),
  reads(2, "health", "DescribeEventAggregates", () => ({ aggregateField: "eventTypeCategory" })),
  writes(1.5, "codepipeline", "RetryStageExecution", (_, random) => ({
    request: {
      pipelineName: `${random.pick(REPOSITORIES)}-Pipeline`,
      stageName: "Deploy",
      pipelineExecutionId: random.uuid(),
      retryMode: "FAILED_ACTIONS",
    },
  })),
  writes(1, "lambda", "UpdateFunctionConfiguration20150331v2", (place, random) => {
    const functionName = random.pick(FUNCTIONS);
    return {
      request: { functionName, timeout: random.pick([10, 30, 60]) },
      response: { functionName, functionArn: arnOf(place, "lambda", `function:${functionName}`) },
    };
  }),
  writes(0.7, "dynamodb", "UpdateTable", (_, random) => ({
    request: { tableName: random.pick(TABLES), billingMode: "PAY_PER_REQUEST" },
  })),
]);

const chooseGlobal = chooser([
  reads(6, "iam", "ListUsers"),
  reads(5, "iam", "ListRoles"),
  reads(4, "iam", "GetRole", () => ({ roleName: "orders-runtime" })),
  reads(3, "iam", "ListAttachedUserPolicies", (_, random) => ({ userName: random.pick(Object.values(PEOPLE)).user })),
  reads(2, "iam", "GetAccountSummary"),
]);

/** A person's day outside CodeStar: they sign in, and look at what they build and run. */
export function playPeopleAtWork(day: Day, random: Random): Call[] {
  return (Object.keys(PEOPLE) as PersonKey[]).flatMap((key) => {
    const work = workday(key, day);
    if (!work) return [];
    const place: Place = { account: PEOPLE[key].account, region: HOME_REGION[key] };
    return [signIn(work, place, random), ...browse(work, place, random)];
  });
}

function browse(work: Workday, place: Place, random: Random): Call[] {
  const calls: Call[] = [];
  for (let sitting = random.int(2, 4); sitting > 0; sitting--) {
    const actor = work.actor(place, random.chance(0.7));
    let at = work.moment(random);
    for (let left = random.int(2, 6); left > 0; left--) {
      const isGlobal = random.chance(0.08);
      const where: Place = isGlobal ? { ...place, region: "us-east-1" } : place;
      const request = (isGlobal ? chooseGlobal : choose)(random).request(where, random);
      const fails = random.chance(0.02) && failed("AccessDenied", request, actor);
      calls.push({ at: (at += random.int(1, 40)), actor, place: where, ...request, ...fails });
    }
  }
  return calls;
}

function signIn(work: Workday, place: Place, random: Random): Call {
  const at = work.from;
  const console = work.actor(place, true);
  if (!usesSso(work.person, at)) return consoleLogin(at, console, place, work.person.mfa);
  const role = ssoRole("DeveloperAccess", place.account);
  const roleArn = `arn:aws:iam::${accountId(place.account)}:role${role.path}${role.name}`;
  const actor: Actor = {
    ...console,
    identity: samlUser(work.person.user),
    userAgent: () => "AWS Internal",
    from: "command line",
  };
  return {
    at,
    actor,
    place: { ...place, region: "us-east-1" },
    source: "sts",
    name: "AssumeRoleWithSAML",
    readOnly: true,
    request: {
      roleArn,
      principalArn: `arn:aws:iam::${accountId(place.account)}:saml-provider/AWSSSO_4f1d_DO_NOT_DELETE`,
      sAMLAssertionID: `_${random.uuid()}`,
      durationSeconds: 28_800,
    },
    response: {
      credentials: { accessKeyId: `ASIA${random.base32(16)}`, expiration: isoTime(at + 28_800) },
      subjectType: "persistent",
    },
  };
}

const consoleLogin = (at: number, actor: Actor, place: Place, mfa: boolean): Call => ({
  at,
  actor: { ...actor, from: "command line" },
  place: { ...place, region: "us-east-1" },
  source: "signin",
  name: "ConsoleLogin",
  readOnly: false,
  request: null,
  response: { ConsoleLogin: "Success" },
  extra: {
    additionalEventData: {
      LoginTo: "https://console.aws.amazon.com/console/home",
      MobileVersion: "No",
      MFAUsed: mfa ? "Yes" : "No",
    },
    eventType: "AwsConsoleSignIn",
  },
});
