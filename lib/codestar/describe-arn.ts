import { parseArn } from "#lib/cloudtrail/arn.ts";

/** What a kind of resource is called, by service and resource type; without a type the resource is the name. */
const NOUNS = new Map([
  ["codestar project", "project"],
  ["codestar-connections connection", "connection"],
  ["codestar-connections host", "host"],
  ["codestar-connections repository-link", "repository link"],
  ["codeconnections connection", "connection"],
  ["codeconnections host", "host"],
  ["codeconnections repository-link", "repository link"],
  ["codestar-notifications notificationrule", "notification rule"],
  ["events rule", "event rule"],
  ["iam user", "user"],
  ["iam role", "role"],
  ["iam policy", "policy"],
  ["cloudformation stack", "stack"],
  ["cloudformation changeSet", "change set"],
  ["lambda function", "function"],
  ["codebuild project", "build project"],
  ["codedeploy application", "application"],
  ["codecommit", "repository"],
  ["codepipeline", "pipeline"],
  ["sns", "topic"],
  ["chatbot chat-configuration", "chat channel"],
]);

/** An ARN in words, such as `connection 1f2e…` or `pipeline shop-Pipeline`; the ARN itself where its kind is not known. */
export function describeArn(arn: string): string {
  const parsed = parseArn(arn);
  if (!parsed) return arn;
  const { service, resource } = parsed;
  const whole = NOUNS.get(service);
  if (whole) return `${whole} ${resource}`;
  const [, type = "", name = ""] = /^([^/:]+)[/:](.+)$/s.exec(resource) ?? [];
  const noun = NOUNS.get(`${service} ${type}`);
  return noun ? `${noun} ${ownName(service, name)}` : arn;
}

/** IAM's and the chat's names stand behind a path, a stack's before its number, a function's before its version. */
function ownName(service: string, name: string): string {
  if (service === "iam" || service === "chatbot") return name.split("/").at(-1) || name;
  if (service === "cloudformation" || service === "lambda") return /^[^/:]+/.exec(name)?.[0] ?? name;
  return name;
}
