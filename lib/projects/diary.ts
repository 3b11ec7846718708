/** Calls of the same sentence, one right after the other. */
export type DiaryLine = {
  summary: string;
  eventSource: string;
  eventName: string;
  outcome: "success" | "failure";
  /** How many calls. */
  events: number;
  /** The first of them. */
  eventId: string;
  /** ISO 8601, UTC */
  from: string;
  to: string;
};

/** What one principal did on one day. */
export type DiaryPerson = {
  /** Our number, as in `/principals/{id}`. */
  id: number;
  key: string;
  name: string;
  /** Writes, in the order of the day. */
  lines: DiaryLine[];
  reads: number;
  readFailures: number;
};

export type DiaryDay = {
  /** `YYYY-MM-DD` in the diary's zone. */
  day: string;
  /** Its first instant and that of the next day, ISO 8601, UTC. */
  starts: string;
  ends: string;
  /** By first write; then who only read. */
  people: DiaryPerson[];
};

/** Days on which something happened in a project, newest first. */
export type Diary = {
  days: DiaryDay[];
  /** Go on with the days before this one; null at the end. */
  next: string | null;
  /** The one day that it holds has more writes than are listed. */
  isCut: boolean;
};
