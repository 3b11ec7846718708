/** How often an action was called. */
export type ActionCount = {
  eventSource: string;
  eventName: string;
  access: "read" | "write";
  events: number;
  failures: number;
};

/** How often something (an address, an access key, a user agent …) occurs and when; null: events without one. */
export type ValueSpan = {
  value: string | null;
  events: number;
  failures: number;
  firstSeen: string;
  lastSeen: string;
};

/** A list that was cut at a bound; `total` is how many there are in all. */
export type Cut<Item> = { items: Item[]; total: number };
