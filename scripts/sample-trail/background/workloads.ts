import { arnOf, type Actor } from "#scripts/sample-trail/actors.ts";
import { isoTime } from "#scripts/sample-trail/calendar.ts";
import type { Call } from "#scripts/sample-trail/call.ts";
import { assumedRole, awsService, type Role } from "#scripts/sample-trail/identities.ts";
import { accountId, awsId, type Account, type Place } from "#scripts/sample-trail/organisation.ts";
import type { Random } from "#scripts/sample-trail/random.ts";
import { BUCKETS, chooser, FUNCTIONS, reads, TABLES, writes } from "./template.ts";

const RUNTIMES: Record<Account, string> = {
  products: "orders-runtime",
  labs: "lab-runtime",
  shared: "platform-runtime",
};
const runtime = (account: Account): Role => ({ name: RUNTIMES[account], path: "/", account });

const keyArn = (place: Place) => arnOf(place, "kms", "key/6f2b1c94-0d7e-4a53-b8c1-92e7d05a4f38");

const choose = chooser([
  writes(14, "kms", "GenerateDataKey", (place) => ({
    request: {
      keyId: keyArn(place),
      keySpec: "AES_256",
      encryptionContext: { "aws:s3:arn": "arn:aws:s3:::halden-orders" },
    },
    extra: { resources: [{ accountId: accountId(place.account), type: "AWS::KMS::Key", ARN: keyArn(place) }] },
  })),
  reads(22, "kms", "Decrypt", (place, random) => ({
    encryptionContext: { "aws:lambda:FunctionArn": arnOf(place, "lambda", `function:${random.pick(FUNCTIONS)}`) },
    encryptionAlgorithm: "SYMMETRIC_DEFAULT",
  })),
  reads(9, "ssm", "GetParameters", (_, random) => ({
    names: [`/halden/${random.pick(FUNCTIONS)}/settings`],
    withDecryption: true,
  })),
  reads(7, "secretsmanager", "GetSecretValue", (place, random) => ({
    secretId: arnOf(place, "secretsmanager", `secret:db/${random.pick(TABLES)}-Qx7LpA`),
  })),
  writes(16, "logs", "CreateLogStream", (_, random) => ({
    request: { logGroupName: `/aws/lambda/${random.pick(FUNCTIONS)}`, logStreamName: `[$LATEST]${random.hex(32)}` },
  })),
  reads(8, "s3", "GetBucketLocation", (place, random) => ({
    bucketName: random.pick(BUCKETS),
    Host: `s3.${place.region}.amazonaws.com`,
    location: "",
  })),
  reads(6, "dynamodb", "DescribeTable", (_, random) => ({ tableName: random.pick(TABLES) })),
  reads(6, "ec2", "DescribeInstances", () => ({
    instancesSet: {},
    filterSet: { items: [{ name: "tag:service", valueSet: { items: [{ value: "orders" }] } }] },
  })),
  reads(4, "ecr", "GetAuthorizationToken"),
  reads(3, "elasticloadbalancing", "DescribeTargetHealth", (place) => ({
    targetGroupArn: arnOf(place, "elasticloadbalancing", "targetgroup/orders/4b1f0c2d7e8a9365"),
  })),
  reads(2, "sqs", "GetQueueUrl", (_, random) => ({ queueName: `${random.pick(TABLES)}-events` })),
]);

/** What runs by itself: the same roles, day and night. */
export function playWorkloads(place: Place, from: number, count: number, random: Random): Call[] {
  const calls: Call[] = [];
  while (calls.length < count) {
    const at = from + random.int(0, 86_399);
    if (random.chance(0.3)) {
      calls.push(assumption(place, at, random));
      continue;
    }
    // One session for some hours, as a warm function has.
    const since = at - (at % 14_400) + (random.chance(0.5) ? 0 : 611);
    const session = random.pick(FUNCTIONS);
    const actor: Actor = {
      identity: assumedRole(runtime(place.account), session, Math.min(since, at)),
      sourceIPAddress: `192.0.2.${10 + FUNCTIONS.indexOf(session)}`,
      userAgent: () => "aws-sdk-nodejs/2.1055.0 linux/v16.20.2 exec-env/AWS_Lambda_nodejs16.x promise",
      from: "command line",
    };
    calls.push({ at, actor, place, ...choose(random).request(place, random) });
  }
  return calls;
}

const SERVICES = ["lambda", "ec2", "ecs-tasks"] as const;

/** A service takes on the runtime's role. */
function assumption(place: Place, at: number, random: Random): Call {
  const service = random.pick(SERVICES);
  const name = `${service}.amazonaws.com`;
  const role = runtime(place.account);
  const session = random.pick(FUNCTIONS);
  const roleArn = `arn:aws:iam::${accountId(place.account)}:role/${role.name}`;
  const roleId = awsId("AROA", `${role.account}/${role.name}`);
  return {
    at,
    actor: { identity: awsService(service), sourceIPAddress: name, userAgent: () => name, from: "service" },
    place,
    source: "sts",
    name: "AssumeRole",
    readOnly: true,
    request: { roleArn, roleSessionName: session },
    response: {
      credentials: {
        accessKeyId: `ASIA${random.base32(16)}`,
        sessionToken: "HIDDEN_DUE_TO_SECURITY_REASONS",
        expiration: isoTime(at + 3600),
      },
      assumedRoleUser: {
        assumedRoleId: `${roleId}:${session}`,
        arn: `arn:aws:sts::${accountId(place.account)}:assumed-role/${role.name}/${session}`,
      },
    },
    extra: {
      resources: [{ accountId: accountId(place.account), type: "AWS::IAM::Role", ARN: roleArn }],
      sharedEventID: random.uuid(),
    },
  };
}
