/** How many events match, exactly, as of a commit number. */
export type EventCounts = {
  events: number;
  failures: number;
  writes: number;
  asOf: number;
};
