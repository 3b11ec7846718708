import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { globalSource } from "#lib/codestar/event-sources.ts";
import type { Wording } from "./action.ts";

/**
 * Words for the actions of other services that matter around CodeStar projects. They are outside the family: whatever
 * they name, they give no project. Taking on a role and signing in change nothing, so they read.
 */
const RELATED_ACTIONS: Record<string, Record<string, Wording>> = {
  cloudformation: {
    CreateStack: write("created|create {stack|a stack}"),
    DeleteStack: write("deleted|delete {stack|a stack}"),
    ExecuteChangeSet: write("applied|apply {changeSet|a change set}[ to {stack}]"),
    UpdateStack: write("updated|update {stack|a stack}"),
  },
  codebuild: {
    CreateProject: write("created|create {buildProject|a build project}"),
    DeleteProject: write("deleted|delete {buildProject|a build project}"),
    StartBuild: write("started|start a build of {buildProject|a build project}[ at {sourceVersion}]"),
  },
  codecommit: {
    CreateRepository: write("created|create {repository|a repository}"),
    DeleteRepository: write("deleted|delete {repository|a repository}"),
    GitPull: read("pulled|pull from {repository|a repository}"),
    GitPush: write("pushed|push to {repository|a repository}[, {gitRefs}]"),
  },
  codedeploy: {
    CreateApplication: write("created|create {application|an application}"),
    CreateDeployment: write("deployed|deploy {application|an application}[ to deployment group {deploymentGroupName}]"),
  },
  codepipeline: {
    CreatePipeline: write("created|create {pipeline|a pipeline}"),
    DeletePipeline: write("deleted|delete {pipeline|a pipeline}"),
    StartPipelineExecution: write("started|start {pipeline|a pipeline}"),
    UpdatePipeline: write("changed|change {pipeline|a pipeline}"),
  },
  events: {
    DeleteRule: write("deleted|delete {eventRule|an event rule}"),
    PutRule: write("set|set up {eventRule|an event rule}"),
    PutTargets: write("set|set the targets of {eventRule|an event rule}"),
  },
  iam: {
    AttachRolePolicy: write("attached|attach {policy|a policy} to {role|a role}"),
    AttachUserPolicy: write("attached|attach {policy|a policy} to {user|a user}"),
    CreatePolicy: write("created|create {policy|a policy}"),
    CreatePolicyVersion: write("wrote|write a new version of {policy|a policy}"),
    CreateRole: write("created|create {role|a role}"),
    DeletePolicy: write("deleted|delete {policy|a policy}"),
    DeleteRole: write("deleted|delete {role|a role}"),
    DetachRolePolicy: write("detached|detach {policy|a policy} from {role|a role}"),
    DetachUserPolicy: write("detached|detach {policy|a policy} from {user|a user}"),
    PassRole: write("let|let a service act as {role|a role}"),
    PutRolePolicy: write("put|put {policy|a policy} into {role|a role}"),
  },
  lambda: {
    CreateFunction20150331: write("created|create {function|a function}"),
    DeleteFunction20150331: write("deleted|delete {function|a function}"),
    UpdateFunctionCode20150331v2: write("changed|change the code of {function|a function}"),
  },
  s3: {
    CreateBucket: write("created|create {bucket|a bucket}"),
    DeleteBucket: write("deleted|delete {bucket|a bucket}"),
    PutBucketPolicy: write("set|set the policy of {bucket|a bucket}"),
  },
  signin: {
    ConsoleLogin: read(
      "failed|fail to sign in to the console{?failedSignIn}",
      "signed|sign in to the console[, {signInMfa}]",
    ),
  },
  sts: {
    AssumeRole: read("took|take on {role|a role}[, as session {roleSessionName}]"),
  },
};

/** The words for a record of another service, or null. */
export function relatedWording(record: EventRecord): Wording | null {
  const service = globalSource(record.eventSource).replace(/\.amazonaws\.com$/, "");
  const actions = Object.hasOwn(RELATED_ACTIONS, service) ? RELATED_ACTIONS[service] : undefined;
  const name = record.eventName ?? "";
  return actions && Object.hasOwn(actions, name) ? (actions[name] ?? null) : null;
}

function read(...sentence: string[]): Wording {
  return { access: "read", sentence };
}

function write(...sentence: string[]): Wording {
  return { access: "write", sentence };
}
