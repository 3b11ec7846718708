export const TIMELINE_GROUPS = ["access", "source", "project"] as const;
export type TimelineGrouping = (typeof TIMELINE_GROUPS)[number];

/** Counts of one value of the grouping; null: events without one. A project is account/region/id. */
export type TimelineGroup = { value: string | null; success: number; failure: number };

export type TimelineBucket = {
  /** ISO 8601 with the offset of the time zone at that instant; the bucket ends where the next begins. */
  start: string;
  success: number;
  failure: number;
  /** Only with a grouping: the groups that have events in this bucket, in the order of the timeline's groups. */
  groups?: TimelineGroup[];
};

/** Events by time, from the first to the last match or over the whole range asked for, empty buckets included. */
export type Timeline = {
  /** A number with `s`, `m`, `h`, `d` or `w`, or `month`. */
  interval: string;
  /** IANA name. */
  tz: string;
  buckets: TimelineBucket[];
  /** Where the last bucket ends, written as the starts are; null without buckets. */
  end: string | null;
  asOf: number;
  /** Only with a grouping: its 100 largest groups with their sums, largest first. */
  groups?: TimelineGroup[];
  /** Only with a grouping: how many groups there are in all. */
  groupsTotal?: number;
};
