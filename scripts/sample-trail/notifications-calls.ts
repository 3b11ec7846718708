import { arnOf } from "./actors.ts";
import type { Json, Request } from "./call.ts";
import type { Place } from "./organisation.ts";
import { Random } from "./random.ts";

export type Rule = {
  name: string;
  place: Place;
  resource: string;
  topic: string;
  eventTypeIds: readonly string[];
  since: number;
};

export const ruleArn = (rule: Rule): string =>
  arnOf(rule.place, "codestar-notifications", `notificationrule/${new Random(`rule/${rule.name}`).hex(40)}`);

const call = (name: string, readOnly: boolean, request: Json | null, response: Json | null = null): Request => ({
  source: "codestar-notifications",
  name,
  readOnly,
  request,
  response,
});

const HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";
const target = (rule: Rule) => ({ targetType: "SNS", targetAddress: rule.topic });

/** A rule's name is kept out of the record (the API marks it as sensitive). */
export const createRule = (rule: Rule, token: string): Request =>
  call(
    "CreateNotificationRule",
    false,
    {
      name: HIDDEN,
      eventTypeIds: [...rule.eventTypeIds],
      resource: rule.resource,
      targets: [target(rule)],
      detailType: "FULL",
      clientRequestToken: token,
      status: "ENABLED",
    },
    { arn: ruleArn(rule) },
  );
export const updateRule = (rule: Rule, change: Json): Request =>
  call("UpdateNotificationRule", false, { arn: ruleArn(rule), ...change });
export const deleteRule = (rule: Rule): Request =>
  call("DeleteNotificationRule", false, { arn: ruleArn(rule) }, { arn: ruleArn(rule) });
export const describeRule = (rule: Rule): Request => call("DescribeNotificationRule", true, { arn: ruleArn(rule) });
export const listRules = (): Request => call("ListNotificationRules", true, { maxResults: 50 });
export const listTargets = (): Request => call("ListTargets", true, { maxResults: 50 });
export const listEventTypes = (): Request =>
  call("ListEventTypes", true, { filters: [{ name: "RESOURCE_TYPE", value: "Pipeline" }] });
export const listRuleTags = (rule: Rule): Request => call("ListTagsForResource", true, { arn: ruleArn(rule) });
export const tagRule = (rule: Rule, tags: Record<string, string>): Request =>
  call("TagResource", false, { arn: ruleArn(rule), tags }, { tags });

export const chat = (place: Place, channel: string): string =>
  `arn:aws:chatbot::${arnOf(place, "sns", "").split(":")[4]}:chat-configuration/slack-channel/${channel}`;
export const subscribe = (rule: Rule, targetAddress: string, token: string): Request =>
  call(
    "Subscribe",
    false,
    { arn: ruleArn(rule), target: { targetType: "AWSChatbotSlack", targetAddress }, clientRequestToken: token },
    { arn: ruleArn(rule) },
  );
export const unsubscribe = (rule: Rule, targetAddress: string): Request =>
  call("Unsubscribe", false, { arn: ruleArn(rule), targetAddress }, { arn: ruleArn(rule) });
export const deleteTarget = (targetAddress: string): Request =>
  call("DeleteTarget", false, { targetAddress, forceUnsubscribeAll: true });

const EVENT_RULE = "awscodestarnotifications-rule";

/** What the first rule of a region does in EventBridge, logged under its source with the caller's identity. */
export const eventBridgeRule = (place: Place): Request[] => [
  {
    source: "events",
    name: "CreateNotificationRule",
    readOnly: false,
    request: {
      description:
        "This rule is used to route CodeBuild, CodeCommit, CodePipeline, and other Developer Tools notifications to AWS CodeStar Notifications",
      name: EVENT_RULE,
      eventPattern: '{"source":["aws.codebuild","aws.codecommit","aws.codepipeline"]}',
    },
    response: { ruleArn: arnOf(place, "events", `rule/${EVENT_RULE}`) },
    extra: { apiVersion: "2015-10-07" },
  },
  {
    source: "events",
    name: "Subscribe",
    readOnly: false,
    request: {
      targets: [
        { arn: `arn:aws:codestar-notifications:${place.region}:::`, id: "codestar-notifications-events-target" },
      ],
      rule: EVENT_RULE,
    },
    response: { failedEntryCount: 0, failedEntries: [] },
    extra: { apiVersion: "2015-10-07" },
  },
];
