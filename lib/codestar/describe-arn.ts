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
  // IAM's and the chat's names stand behind a path.
  const isPathed = service === "iam" || service === "chatbot";
  return noun ? `${noun} ${isPathed ? (name.split("/").at(-1) ?? name) : name}` : arn;
}
