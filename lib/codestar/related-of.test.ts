import { describe, expect, test } from "vitest";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { relatedOf } from "./related-of.ts";
import { ACCOUNT, OTHER, relationOf, said } from "./testing/relation.ts";

const role = (name: string, more: object = {}) => ({
  userIdentity: {
    type: "AssumedRole",
    principalId: "AROA:session",
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/session`,
    accountId: ACCOUNT,
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: "AROA",
        arn: `arn:aws:iam::${ACCOUNT}:role/service-role/${name}`,
        accountId: ACCOUNT,
        userName: name,
      },
    },
    ...more,
  },
});
const arnOf = (service: string, resource: string, account = ACCOUNT, region = "us-west-2") =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

describe("what bears a mark", () => {
  const stackArn = arnOf("cloudformation", "stack/awscodestar-my-app-2-lambda/6e1f", OTHER);
  const roleArn = `arn:aws:iam::${OTHER}:role/CodeStarWorker-shop-CodePipeline`;
  const policy = (name: string, account = OTHER) => `arn:aws:iam::${account}:policy/${name}`;

  test.each<[service: string, name: string, request: unknown, expected: string, more?: object]>([
    ["cloudformation", "CreateStack", { stackName: "awscodestar-shop" }, `stack shop… ${ACCOUNT} eu-west-1`],
    ["cloudformation", "DeleteStack", { stackName: stackArn }, `stack my-app-2-lambda… ${OTHER} us-west-2`],
    [
      "cloudformation",
      "CreateChangeSet",
      null,
      `stack my-app-2-lambda… ${OTHER} us-west-2`,
      { responseElements: { stackId: stackArn } },
    ],
    ["iam", "CreatePolicy", { policyName: "CodeStar_shop_Owner" }, `policy shop ${ACCOUNT} null`],
    [
      "iam",
      "AttachUserPolicy",
      { userName: "x", policyArn: policy("CodeStar_my-app_Viewer") },
      `policy my-app ${OTHER} null`,
    ],
    ["iam", "DetachUserPolicy", { policyArn: policy("path/to/CodeStar_a_Contributor") }, `policy a ${OTHER} null`],
    [
      "iam",
      "CreateRole",
      { roleName: "x", permissionsBoundary: policy("CodeStar_shop_PermissionsBoundary") },
      `policy shop ${OTHER} null`,
    ],
    ["iam", "CreatePolicyVersion", { policyArn: policy("CodeStar_project-ID_Own") }, `policy project-ID ${OTHER} null`],
    ["iam", "CreateRole", { roleName: "CodeStarWorker-shop-ToolChain" }, `worker-role shop-ToolChain… ${ACCOUNT} null`],
    [
      "iam",
      "PutRolePolicy",
      { roleName: "CodeStar-shop-WebAppProd", policyName: "p" },
      `worker-role shop-WebAppProd… ${ACCOUNT} null`,
    ],
    [
      "iam",
      "CreateRole",
      { roleName: "awscodestar-shop-lambda-HelloRole-1X" },
      `worker-role shop-lambda-HelloRole-1X… ${ACCOUNT} null`,
    ],
    ["sts", "AssumeRole", { roleArn }, `worker-role shop-CodePipeline… ${OTHER} null`],
    [
      "sts",
      "AssumeRole",
      null,
      `worker-role shop-CodePipeline… ${OTHER} null`,
      { resources: [{ ARN: roleArn, type: "AWS::IAM::Role" }] },
    ],
    [
      "iam",
      "AddRoleToInstanceProfile",
      { instanceProfileName: "awscodestar-shop-WebAppInstanceProfile-1" },
      `instance-profile shop-WebAppInstanceProfile-1… ${ACCOUNT} null`,
    ],
    [
      "s3",
      "PutObject",
      { bucketName: `aws-codestar-eu-west-1-${OTHER}-ttt-pipe`, key: "x" },
      `bucket ttt-pipe… ${OTHER} eu-west-1`,
    ],
    [
      "s3",
      "GetObject",
      null,
      `bucket shop… ${OTHER} ap-northeast-2`,
      { resources: [{ ARN: `arn:aws:s3:::aws-codestar-ap-northeast-2-${OTHER}-shop/a/b.zip` }] },
    ],
    ["s3", "HeadBucket", { bucketName: "aws-codestar-any" }, `bucket null… ${ACCOUNT} eu-west-1`],
    [
      "lambda",
      "Invoke",
      { functionName: "awscodestar-shop-lambda-Hello-1X" },
      `function shop-lambda-Hello-1X… ${ACCOUNT} eu-west-1`,
    ],
    [
      "lambda",
      "GetFunction20150331v2",
      { functionName: arnOf("lambda", "function:awscodestar-shop-lambda-Hello-1X:live", OTHER) },
      `function shop-lambda-Hello-1X… ${OTHER} us-west-2`,
    ],
    [
      "lambda",
      "Invoke",
      { functionName: `${OTHER}:function:awscodestar-a-lambda-F:7` },
      `function a-lambda-F… ${OTHER} eu-west-1`,
    ],
    [
      "events",
      "PutRule",
      { name: "awscodestar-shop-SourceEvent" },
      `event-rule shop-SourceEvent… ${ACCOUNT} eu-west-1`,
    ],
    [
      "events",
      "PutTargets",
      { rule: "awscodestar-shop-SourceEvent", targets: [] },
      `event-rule shop-SourceEvent… ${ACCOUNT} eu-west-1`,
    ],
    [
      "codepipeline",
      "CreatePipeline",
      { pipeline: { name: "other", roleArn } },
      `passes-worker-role shop-CodePipeline… ${OTHER} null`,
    ],
    [
      "codebuild",
      "CreateProject",
      { name: "other", serviceRole: roleArn },
      `passes-worker-role shop-CodePipeline… ${OTHER} null`,
    ],
    ["iam", "AttachRolePolicy", { roleName: "aws-codestar-service-role" }, `service-role null… ${ACCOUNT} null`],
    [
      "cloudformation",
      "CreateStack",
      { stackName: "awscodestar-shop" },
      `stack shop… ${ACCOUNT} cn-north-1`,
      { eventSource: "cloudformation.amazonaws.com.cn", awsRegion: "cn-north-1" },
    ],
  ])("%s %s %j", (service, name, request, expected, more) => {
    const relation = relationOf(service, name, request, more);
    expect(said(relation)).toBe(expected);
    expect(relation?.isMarked).toBe(true);
  });

  test("or is done by a role that does", () => {
    const worker = role("CodeStarWorker-shop-CloudFormation");
    const acts = `acts-as-worker-role shop-CloudFormation… ${ACCOUNT} null`;
    expect(said(relationOf("ec2", "CreateVpc", {}, worker))).toBe(acts);
    const session = role("CodeStarWorker-shop-CloudFormation", { sessionContext: undefined });
    expect(said(relationOf("ec2", "CreateVpc", {}, { ...session, recipientAccountId: OTHER }))).toBe(acts);
    const userName = "CodeStarWorker-shop-CloudFormation";
    const named = (issuer: object) =>
      said(
        relationOf(
          "ec2",
          "CreateVpc",
          {},
          { userIdentity: { accountId: ACCOUNT, sessionContext: { sessionIssuer: issuer } } },
        ),
      );
    expect(named({ type: "Role", userName, accountId: OTHER })).toBe(acts.replace(ACCOUNT, OTHER));
    expect(named({ userName })).toBe(acts);
    expect(named({ type: "IAMUser", userName })).toBeNull();
    expect(named({ type: "Role", userName, arn: `arn:aws:iam::${ACCOUNT}:user/${userName}` })).toBeNull();
  });

  test("CodeStar's service role acts for any project, and a name that is alike says for which", () => {
    for (const actor of [
      role("aws-codestar-service-role"),
      role("aws-codestar-service-role", { sessionContext: {} }),
    ]) {
      expect(said(relationOf("ec2", "CreateVpc", {}, actor))).toBe(`acts-as-service-role null… ${ACCOUNT} null`);
      expect(said(relationOf("codecommit", "CreateRepository", { repositoryName: "shop" }, actor))).toBe(
        `acts-as-service-role shop ${ACCOUNT} eu-west-1`,
      );
      expect(said(relationOf("iam", "CreatePolicy", { policyName: "CodeStar_shop_Owner" }, actor))).toBe(
        `policy shop ${ACCOUNT} null`,
      );
    }
  });
});

describe("a name that is alike", () => {
  test.each<[service: string, request: object, expected: string | null, more?: object]>([
    ["codepipeline", { name: "shop-Pipeline" }, `pipeline-name shop ${ACCOUNT} eu-west-1`],
    ["codepipeline", { pipelineName: "shop-Pipeline" }, `pipeline-name shop ${ACCOUNT} eu-west-1`],
    ["codepipeline", { pipeline: { name: "my-app-Pipeline" } }, `pipeline-name my-app ${ACCOUNT} eu-west-1`],
    ["codepipeline", { name: "shop" }, null],
    ["codebuild", { projectName: "shop" }, `build-project-name shop ${ACCOUNT} eu-west-1`],
    ["codebuild", { name: "shop" }, `build-project-name shop ${ACCOUNT} eu-west-1`],
    ["codecommit", { repositoryName: "shop" }, `repository-name shop ${ACCOUNT} eu-west-1`],
    [
      "codecommit",
      {},
      `repository-name shop ${OTHER} us-west-2`,
      { resources: [{ ARN: arnOf("codecommit", "shop", OTHER) }] },
    ],
    [
      "codecommit",
      {},
      `repository-name shop ${ACCOUNT} eu-west-1`,
      { additionalEventData: { repositoryName: "shop" } },
    ],
    ["codedeploy", { applicationName: "shop", deploymentGroupName: "x" }, `application-name shop ${ACCOUNT} eu-west-1`],
    ["ssm", { name: "shop", projectName: "shop", repositoryName: "shop" }, null],
    ["s3", {}, null, { resources: [{ ARN: arnOf("codecommit", "shop") }] }],
  ])("%s %j", (service, request, expected, more) => {
    const relation = relationOf(service, "Anything", request, more);
    expect(said(relation)).toBe(expected);
    expect(relation?.isMarked ?? false).toBe(false);
  });
});

describe("no relation", () => {
  test("in the family's own records", () => {
    expect(relationOf("codestar", "CreateProject", { tags: { "awscodestar:projectArn": "x" } })).toBeNull();
    expect(relationOf("codeconnections", "GetConnection", {}, role("aws-codestar-service-role"))).toBeNull();
  });

  test("where CodeStar is only mentioned", () => {
    const { userAgent, ...mention } = {
      userAgent: "awscodestar-shop CodeStar_shop_Owner",
      invokedBy: "codestar.amazonaws.com",
      description: "awscodestar-shop",
    };
    expect(relationOf("s3", "ListBuckets", null, { userAgent, errorMessage: "role/CodeStarWorker-shop-x" })).toBeNull();
    expect(relationOf("cloudformation", "CreateStack", { stackName: "x", ...mention })).toBeNull();
    expect(relationOf("ssm", "PutParameter", { name: "awscodestar-shop", value: "awscodestar:projectArn" })).toBeNull();
    expect(relationOf("iam", "GetRole", { roleName: "AWSServiceRoleForCodeStarNotifications" })).toBeNull();
    expect(relationOf("events", "PutRule", { name: "awscodestarnotifications-rule" })).toBeNull();
  });

  test.each([
    ["cloudformation", { stackName: "awscodestar" }],
    ["cloudformation", { stackName: "awscodestar-" }],
    ["cloudformation", { stackName: "my-awscodestar-shop" }],
    ["cloudformation", { stackName: "AWSCodeStar-shop" }],
    ["cloudformation", { stackName: `awscodestar-${"x".repeat(300)}` }],
    ["cloudformation", { stackName: "awscodestar-shop\u0000" }],
    ["cloudformation", { stackName: "awscodestar-shop\n" }],
    ["cloudformation", { stackName: { toString: "awscodestar-shop" } }],
    ["cloudformation", { stackName: ["awscodestar-shop"] }],
    ["cloudformation", "awscodestar-shop"],
    ["cloudformation", null],
    ["cloudformation", JSON.parse('{"__proto__":{"stackName":"awscodestar-shop"}}')],
    ["cloudformation", { stackName: arnOf("iam", "role/CodeStarWorker-shop-x") }],
    ["iam", { policyArn: "arn:aws:iam::aws:policy/CodeStar_shop_Owner" }],
    ["iam", { policyName: "CodeStar_" }],
    ["iam", { policyName: "CodeStarshop_Owner" }],
    ["iam", { policyName: "HIDDEN_DUE_TO_SECURITY_REASONS" }],
    ["codebuild", { projectName: "HIDDEN_DUE_TO_SECURITY_REASONS" }],
    ["codebuild", { projectName: "***" }],
    ["iam", { roleName: "AWSCodeStarServiceRole" }],
    ["iam", { roleName: `arn:${":".repeat(100_000)}` }],
    ["iam", { roleName: `arn:aws:iam::${ACCOUNT}:role/${"a/".repeat(900)}` }],
  ])("in %s's %j", (service, request) => {
    expect(relationOf(service, "Anything", request)).toBeNull();
  });

  test("in a record that says nothing", () => {
    expect(relatedOf(parseEventRecord({})!)).toBeNull();
    expect(relatedOf(parseEventRecord({ userIdentity: null, resources: [{}, { ARN: 5 }, null] })!)).toBeNull();
  });
});

test("account and region stay unknown where nothing says them, and fit what stores them", () => {
  const bare = { eventSource: "cloudformation.amazonaws.com", requestParameters: { stackName: "awscodestar-shop" } };
  expect(said(relatedOf(parseEventRecord(bare)!))).toBe("stack shop… null null");
  const strange = { ...bare, recipientAccountId: "\0", awsRegion: "x".repeat(1000) };
  const { accountId, region } = relatedOf(parseEventRecord(strange)!)!;
  expect([accountId, region?.length]).toEqual(["\uFFFD", 256]);
});
