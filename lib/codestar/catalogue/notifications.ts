import type { ActionEntry } from "./action.ts";

const RULE = ["requestParameters.arn", "responseElements.arn"];
/** The REST path of the tag actions calls it resourceArn, the model Arn. */
const TAGGED = ["requestParameters.arn", "requestParameters.resourceArn"];
const TARGET = ["requestParameters.target.targetAddress", "requestParameters.targetAddress"];

/** codestar-notifications.amazonaws.com: the 13 actions of the API. */
export const NOTIFICATIONS_ACTIONS: Record<string, ActionEntry> = {
  CreateNotificationRule: {
    access: "write",
    resource: ["responseElements.arn"],
    sentence: "created|create notification rule[ {name}][ for {watched}]",
  },
  DeleteNotificationRule: {
    access: "write",
    resource: RULE,
    sentence: "deleted|delete {resource|a notification rule}",
  },
  DeleteTarget: {
    access: "write",
    subject: TARGET,
    sentence: "deleted|delete the notification target {target|of unknown address}",
  },
  DescribeNotificationRule: { access: "read", resource: RULE, sentence: "viewed|view {resource|a notification rule}" },
  ListEventTypes: { access: "read", sentence: "listed|list the event types of notifications" },
  ListNotificationRules: { access: "read", sentence: "listed|list the notification rules" },
  ListTagsForResource: {
    access: "read",
    resource: TAGGED,
    sentence: "listed|list the tags of {resource|a notification rule}",
  },
  ListTargets: { access: "read", sentence: "listed|list the notification targets" },
  Subscribe: {
    access: "write",
    subject: TARGET,
    resource: RULE,
    sentence: "subscribed|subscribe {target|a target} to {resource|a notification rule}",
  },
  TagResource: { access: "write", resource: TAGGED, sentence: "put|put {tags|tags} on {resource|a notification rule}" },
  Unsubscribe: {
    access: "write",
    subject: TARGET,
    resource: RULE,
    sentence: "unsubscribed|unsubscribe {target|a target} from {resource|a notification rule}",
  },
  UntagResource: {
    access: "write",
    resource: TAGGED,
    sentence: "removed|remove {tags|tags} from {resource|a notification rule}",
  },
  UpdateNotificationRule: {
    access: "write",
    resource: RULE,
    sentence: "changed|change {resource|a notification rule}",
  },
};

/** The same service's rules where they appear under events.amazonaws.com, with EventBridge's parameters. */
export const EVENT_RULE_ACTIONS: Record<string, ActionEntry> = {
  CreateNotificationRule: {
    access: "write",
    resource: ["responseElements.ruleArn"],
    sentence: "created|create the event rule[ {name}] for notifications",
  },
  Subscribe: {
    access: "write",
    resource: ["requestParameters.rule"],
    sentence: "connected|connect the event rule[ {rule}] to notifications",
  },
};
