import type { ResourceKind } from "#lib/codestar/resource-kind.ts";

/** What the kinds are called, one and many; and what a stranger needs to know of each. */
export const KIND_WORDS: Record<ResourceKind, { one: string; many: string; about: string }> = {
  connection: { one: "Connection", many: "Connections", about: "They let AWS read and write repositories elsewhere." },
  host: { one: "Host", many: "Hosts", about: "Code hosts in somebody’s own network, for connections to go through." },
  "repository-link": {
    one: "Repository link",
    many: "Repository links",
    about: "Repositories that stacks are synced from, each by a connection.",
  },
  "notification-rule": {
    one: "Notification rule",
    many: "Notification rules",
    about: "They send what happens to a resource to topics and chats.",
  },
  "event-rule": {
    one: "Event rule",
    many: "Event rules",
    about: "EventBridge’s; the notification rules of a region get their events through them.",
  },
};
