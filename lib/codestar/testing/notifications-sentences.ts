import type { ExpectedSentence } from "./expected-sentence.ts";

const RULE = "arn:aws:codestar-notifications:eu-west-1:111122223333:notificationrule/r1";
const TOPIC = "arn:aws:sns:eu-west-1:111122223333:ops";

/** codestar-notifications.amazonaws.com, in words written by hand. */
export const NOTIFICATIONS_SENTENCES: readonly ExpectedSentence[] = [
  {
    action: "CreateNotificationRule",
    request: { name: "builds", resource: "arn:aws:codepipeline:eu-west-1:111122223333:shop-Pipeline" },
    done: "created notification rule builds for pipeline shop-Pipeline",
    tried: "create notification rule builds for pipeline shop-Pipeline",
    bare: ["created a notification rule", "create a notification rule"],
  },
  {
    action: "DeleteNotificationRule",
    request: { arn: RULE },
    done: "deleted notification rule r1",
    tried: "delete notification rule r1",
    bare: ["deleted a notification rule", "delete a notification rule"],
  },
  {
    action: "DeleteTarget",
    request: { targetAddress: TOPIC, forceUnsubscribeAll: true },
    done: "removed topic ops from the notification targets",
    tried: "remove topic ops from the notification targets",
    bare: ["removed an address from the notification targets", "remove an address from the notification targets"],
  },
  {
    action: "DescribeNotificationRule",
    request: { arn: RULE },
    done: "viewed notification rule r1",
    tried: "view notification rule r1",
    bare: ["viewed a notification rule", "view a notification rule"],
  },
  {
    action: "ListEventTypes",
    request: {},
    done: "listed the event types of notifications",
    tried: "list the event types of notifications",
    bare: ["listed the event types of notifications", "list the event types of notifications"],
  },
  {
    action: "ListNotificationRules",
    request: {},
    done: "listed the notification rules",
    tried: "list the notification rules",
    bare: ["listed the notification rules", "list the notification rules"],
  },
  {
    action: "ListTagsForResource",
    request: { arn: RULE },
    done: "listed the tags of notification rule r1",
    tried: "list the tags of notification rule r1",
    bare: ["listed the tags of a notification rule", "list the tags of a notification rule"],
  },
  {
    action: "ListTargets",
    request: {},
    done: "listed the notification targets",
    tried: "list the notification targets",
    bare: ["listed the notification targets", "list the notification targets"],
  },
  {
    action: "Subscribe",
    request: { arn: RULE, target: { targetType: "SNS", targetAddress: TOPIC } },
    done: "subscribed topic ops to notification rule r1",
    tried: "subscribe topic ops to notification rule r1",
    bare: ["subscribed a target to a notification rule", "subscribe a target to a notification rule"],
  },
  {
    action: "TagResource",
    request: { arn: RULE, tags: { team: "a" } },
    done: "put tag team on notification rule r1",
    tried: "put tag team on notification rule r1",
    bare: ["put tags on a notification rule", "put tags on a notification rule"],
  },
  {
    action: "Unsubscribe",
    request: { arn: RULE, targetAddress: TOPIC },
    done: "unsubscribed topic ops from notification rule r1",
    tried: "unsubscribe topic ops from notification rule r1",
    bare: ["unsubscribed a target from a notification rule", "unsubscribe a target from a notification rule"],
  },
  {
    action: "UntagResource",
    request: { resourceArn: RULE, tagKeys: ["team"] },
    done: "removed tag team from notification rule r1",
    tried: "remove tag team from notification rule r1",
    bare: ["removed tags from a notification rule", "remove tags from a notification rule"],
  },
  {
    action: "UpdateNotificationRule",
    request: { arn: RULE, status: "DISABLED" },
    done: "changed notification rule r1, switching it off",
    tried: "change notification rule r1, switching it off",
    bare: ["changed a notification rule", "change a notification rule"],
  },
];

/** The same service under events.amazonaws.com. */
export const EVENT_RULE_SENTENCES: readonly ExpectedSentence[] = [
  {
    action: "CreateNotificationRule",
    request: { name: "awscodestarnotifications-rule", description: "routes", eventPattern: "{}" },
    done: "created event rule awscodestarnotifications-rule for notifications",
    tried: "create event rule awscodestarnotifications-rule for notifications",
    bare: ["created an event rule for notifications", "create an event rule for notifications"],
  },
  {
    action: "Subscribe",
    request: { rule: "awscodestarnotifications-rule", targets: [{ id: "t" }] },
    done: "connected event rule awscodestarnotifications-rule to notifications",
    tried: "connect event rule awscodestarnotifications-rule to notifications",
    bare: ["connected an event rule to notifications", "connect an event rule to notifications"],
  },
];
