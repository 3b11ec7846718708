/** Days of one account and region whose log files say nothing; days as `YYYY-MM-DD`, of the files' folders (UTC). */
export type CoverageGap = {
  from: string;
  /** The last day of it. */
  to: string;
  /** `missing`: no log file at all, as on a day on which nothing was called. `unread`: some could not be read, or not yet. */
  kind: "missing" | "unread";
  /** Log files that weren't read. */
  files: number;
};

/** What the ledger has of an account and region: what happened outside of it is unknown. */
export type Coverage = {
  /** The first and the last day of which a log file was read; null before the first. */
  firstDay: string | null;
  lastDay: string | null;
  /** Between these days, in order. */
  gaps: CoverageGap[];
  /** How many there are; the longest are listed. */
  gapsTotal: number;
};
