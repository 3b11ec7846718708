/** What the metrics say, as the database has it; times are Unix seconds, null where there is none. */
export type MetricFacts = {
  logFiles: { trail: string; state: string; count: number }[];
  trails: {
    trail: string;
    lastCompletePassAt: number | null;
    eventsInserted: number;
    recordsDuplicate: number;
    recordsFiltered: number;
    recordsRejected: number;
    bytesCompressed: number;
    bytesUncompressed: number;
    regions: number;
  }[];
  events: number;
  running: number;
  waiting: number;
  /** Passes that have ended, by how. */
  runs: { state: string; count: number }[];
  /** The last pass that ended. */
  lastRun: { state: string; seconds: number; finishedAt: number } | null;
  /** Newest log files by trail, account and region. */
  logFileTimes: { trail: string; account: string; region: string; at: number }[];
  /** Newest events of the accounts and regions that some trail delivers for. */
  eventTimes: { account: string; region: string; at: number }[];
};
