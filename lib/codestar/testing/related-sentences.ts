import { IAM_SENTENCES } from "./iam-sentences.ts";
import type { ExpectedSentence } from "./expected-sentence.ts";

const BUCKET = "aws-codestar-eu-west-1-111122223333-shop";

/** Other services, by the first part of their event source, in words written by hand. */
export const RELATED_SENTENCES: Record<string, readonly ExpectedSentence[]> = {
  cloudformation: [
    {
      action: "CreateStack",
      request: { stackName: "awscodestar-shop" },
      done: "created stack awscodestar-shop",
      tried: "create stack awscodestar-shop",
      bare: ["created a stack", "create a stack"],
    },
    {
      action: "DeleteStack",
      request: { stackName: "arn:aws:cloudformation:eu-west-1:111122223333:stack/awscodestar-shop/1f2e" },
      done: "deleted stack awscodestar-shop",
      tried: "delete stack awscodestar-shop",
      bare: ["deleted a stack", "delete a stack"],
    },
    {
      action: "ExecuteChangeSet",
      request: { stackName: "awscodestar-shop-lambda", changeSetName: "pipeline-changeset" },
      done: "applied change set pipeline-changeset to stack awscodestar-shop-lambda",
      tried: "apply change set pipeline-changeset to stack awscodestar-shop-lambda",
      bare: ["applied a change set", "apply a change set"],
    },
    {
      action: "UpdateStack",
      request: { stackName: "awscodestar-shop" },
      done: "updated stack awscodestar-shop",
      tried: "update stack awscodestar-shop",
      bare: ["updated a stack", "update a stack"],
    },
  ],
  codebuild: [
    {
      action: "CreateProject",
      request: { name: "shop" },
      done: "created build project shop",
      tried: "create build project shop",
      bare: ["created a build project", "create a build project"],
    },
    {
      action: "DeleteProject",
      request: { name: "arn:aws:codebuild:eu-west-1:111122223333:project/shop" },
      done: "deleted build project shop",
      tried: "delete build project shop",
      bare: ["deleted a build project", "delete a build project"],
    },
    {
      action: "StartBuild",
      request: { projectName: "shop", sourceVersion: "main" },
      done: "started a build of build project shop at main",
      tried: "start a build of build project shop at main",
      bare: ["started a build of a build project", "start a build of a build project"],
    },
  ],
  codecommit: [
    {
      action: "CreateRepository",
      request: { repositoryName: "shop" },
      done: "created repository shop",
      tried: "create repository shop",
      bare: ["created a repository", "create a repository"],
    },
    {
      action: "DeleteRepository",
      request: { repositoryName: "shop" },
      done: "deleted repository shop",
      tried: "delete repository shop",
      bare: ["deleted a repository", "delete a repository"],
    },
    {
      action: "GitPull",
      request: {},
      more: { additionalEventData: { protocol: "SSH", repositoryName: "shop" } },
      done: "pulled from repository shop",
      tried: "pull from repository shop",
      bare: ["pulled from a repository", "pull from a repository"],
    },
    {
      action: "GitPush",
      request: { references: [{ ref: "refs/heads/main", commit: "1f2e" }] },
      more: { additionalEventData: { protocol: "HTTP", repositoryName: "shop" } },
      done: "pushed to repository shop, branch main",
      tried: "push to repository shop, branch main",
      bare: ["pushed to a repository", "push to a repository"],
    },
  ],
  codedeploy: [
    {
      action: "CreateApplication",
      request: { applicationName: "shop" },
      done: "created application shop",
      tried: "create application shop",
      bare: ["created an application", "create an application"],
    },
    {
      action: "CreateDeployment",
      request: { applicationName: "shop", deploymentGroupName: "shop-Env" },
      done: "deployed application shop to deployment group shop-Env",
      tried: "deploy application shop to deployment group shop-Env",
      bare: ["deployed an application", "deploy an application"],
    },
  ],
  codepipeline: [
    {
      action: "CreatePipeline",
      request: { pipeline: { name: "shop-Pipeline" } },
      done: "created pipeline shop-Pipeline",
      tried: "create pipeline shop-Pipeline",
      bare: ["created a pipeline", "create a pipeline"],
    },
    {
      action: "DeletePipeline",
      request: { name: "shop-Pipeline" },
      done: "deleted pipeline shop-Pipeline",
      tried: "delete pipeline shop-Pipeline",
      bare: ["deleted a pipeline", "delete a pipeline"],
    },
    {
      action: "StartPipelineExecution",
      request: { name: "shop-Pipeline" },
      done: "started pipeline shop-Pipeline",
      tried: "start pipeline shop-Pipeline",
      bare: ["started a pipeline", "start a pipeline"],
    },
    {
      action: "UpdatePipeline",
      request: { pipeline: { name: "shop-Pipeline" } },
      done: "changed pipeline shop-Pipeline",
      tried: "change pipeline shop-Pipeline",
      bare: ["changed a pipeline", "change a pipeline"],
    },
  ],
  events: [
    {
      action: "DeleteRule",
      request: { name: "awscodestar-shop-Source" },
      done: "deleted event rule awscodestar-shop-Source",
      tried: "delete event rule awscodestar-shop-Source",
      bare: ["deleted an event rule", "delete an event rule"],
    },
    {
      action: "PutRule",
      request: { name: "awscodestar-shop-Source" },
      done: "set up event rule awscodestar-shop-Source",
      tried: "set up event rule awscodestar-shop-Source",
      bare: ["set up an event rule", "set up an event rule"],
    },
    {
      action: "PutTargets",
      request: { rule: "awscodestar-shop-Source", targets: [{ id: "t" }] },
      done: "set the targets of event rule awscodestar-shop-Source",
      tried: "set the targets of event rule awscodestar-shop-Source",
      bare: ["set the targets of an event rule", "set the targets of an event rule"],
    },
  ],
  iam: IAM_SENTENCES,
  lambda: [
    {
      action: "CreateFunction20150331",
      request: { functionName: "awscodestar-shop-lambda-Hi" },
      done: "created function awscodestar-shop-lambda-Hi",
      tried: "create function awscodestar-shop-lambda-Hi",
      bare: ["created a function", "create a function"],
    },
    {
      action: "DeleteFunction20150331",
      request: { functionName: "arn:aws:lambda:eu-west-1:111122223333:function:awscodestar-shop-lambda-Hi:3" },
      done: "deleted function awscodestar-shop-lambda-Hi",
      tried: "delete function awscodestar-shop-lambda-Hi",
      bare: ["deleted a function", "delete a function"],
    },
    {
      action: "UpdateFunctionCode20150331v2",
      request: { functionName: "awscodestar-shop-lambda-Hi" },
      done: "changed the code of function awscodestar-shop-lambda-Hi",
      tried: "change the code of function awscodestar-shop-lambda-Hi",
      bare: ["changed the code of a function", "change the code of a function"],
    },
  ],
  s3: [
    {
      action: "CreateBucket",
      request: { bucketName: BUCKET },
      done: "created bucket aws-codestar-eu-west-1-111122223333-shop",
      tried: "create bucket aws-codestar-eu-west-1-111122223333-shop",
      bare: ["created a bucket", "create a bucket"],
    },
    {
      action: "DeleteBucket",
      request: { bucketName: BUCKET },
      done: "deleted bucket aws-codestar-eu-west-1-111122223333-shop",
      tried: "delete bucket aws-codestar-eu-west-1-111122223333-shop",
      bare: ["deleted a bucket", "delete a bucket"],
    },
    {
      action: "PutBucketPolicy",
      request: { bucketName: BUCKET, bucketPolicy: {} },
      done: "set the policy of bucket aws-codestar-eu-west-1-111122223333-shop",
      tried: "set the policy of bucket aws-codestar-eu-west-1-111122223333-shop",
      bare: ["set the policy of a bucket", "set the policy of a bucket"],
    },
  ],
  signin: [
    {
      action: "ConsoleLogin",
      request: {},
      more: { additionalEventData: { MFAUsed: "Yes" }, responseElements: { ConsoleLogin: "Success" } },
      done: "signed in to the console, with MFA",
      tried: "sign in to the console, with MFA",
      bare: ["signed in to the console", "sign in to the console"],
    },
  ],
  sts: [
    {
      action: "AssumeRole",
      request: { roleArn: "arn:aws:iam::111122223333:role/Deploy", roleSessionName: "tomasz" },
      done: "took on role Deploy, as session tomasz",
      tried: "take on role Deploy, as session tomasz",
      bare: ["took on a role", "take on a role"],
    },
  ],
};
