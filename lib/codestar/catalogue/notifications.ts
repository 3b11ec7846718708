import type { ActionEntry } from "./action.ts";

const RULE = ["requestParameters.arn", "responseElements.arn"];
/** The REST path of the tag actions calls it resourceArn, the model Arn. */
const TAGGED = ["requestParameters.arn", "requestParameters.resourceArn"];
const TARGET = ["requestParameters.target.targetAddress", "requestParameters.targetAddress"];

/** codestar-notifications.amazonaws.com: the 13 actions of the API. */
export const NOTIFICATIONS_ACTIONS: Record<string, ActionEntry> = {
  CreateNotificationRule: {
    access: "write",
    effect: "notification",
    sensitivity: "medium",
    resource: ["responseElements.arn"],
    sentence: [
      "created|create notification rule {name}[ for {watched}]",
      "created|create a notification rule[ for {watched}]",
    ],
  },
  DeleteNotificationRule: {
    access: "write",
    effect: "notification",
    sensitivity: "high",
    resource: RULE,
    sentence: "deleted|delete {resource|a notification rule}",
  },
  DeleteTarget: {
    access: "write",
    effect: "notification",
    sensitivity: "high",
    subject: TARGET,
    sentence: "removed|remove {target|an address} from the notification targets",
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
    effect: "notification",
    sensitivity: "medium",
    subject: TARGET,
    resource: RULE,
    sentence: "subscribed|subscribe {target|a target} to {resource|a notification rule}",
  },
  TagResource: {
    access: "write",
    effect: "tag",
    sensitivity: "medium",
    resource: TAGGED,
    sentence: "put|put {tags|tags} on {resource|a notification rule}",
  },
  Unsubscribe: {
    access: "write",
    effect: "notification",
    sensitivity: "medium",
    subject: TARGET,
    resource: RULE,
    sentence: "unsubscribed|unsubscribe {target|a target} from {resource|a notification rule}",
  },
  UntagResource: {
    access: "write",
    effect: "tag",
    sensitivity: "medium",
    resource: TAGGED,
    sentence: "removed|remove {tags|tags} from {resource|a notification rule}",
  },
  UpdateNotificationRule: {
    access: "write",
    effect: "notification",
    sensitivity: "medium",
    resource: RULE,
    sentence: "changed|change {resource|a notification rule}[, switching it {onOff}]",
  },
};

/** The same service's rules where they appear under events.amazonaws.com, with EventBridge's parameters. */
export const EVENT_RULE_ACTIONS: Record<string, ActionEntry> = {
  CreateNotificationRule: {
    access: "write",
    effect: "notification",
    sensitivity: "medium",
    resource: ["responseElements.ruleArn"],
    sentence: "created|create {eventRule|an event rule} for notifications",
  },
  Subscribe: {
    access: "write",
    effect: "notification",
    sensitivity: "medium",
    resource: ["requestParameters.rule"],
    sentence: "connected|connect {eventRule|an event rule} to notifications",
  },
};
