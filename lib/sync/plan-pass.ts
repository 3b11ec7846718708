import { dayOf, windowSince, type DayWindow } from "./day-window.ts";

const DAY_MS = 86_400_000;
/** Folder days that an ordinary pass looks back: a file comes minutes late, by name and folder. */
const LOOK_BACK_DAYS = 2;
/** CloudTrail delivers for 30 days what a broken bucket policy held up. */
const MONTH_DAYS = 31;

export type TrailHistory = {
  lastCompletePassAt: Date | null;
  lastMonthPassAt: Date | null;
  lastFullPassAt: Date | null;
  rulesFingerprint: string | null;
};

/** What was asked for: days (either end open), or everything. */
export type PassOptions = { from: string | null; to: string | null; isFull: boolean };

/** The days to list, null for everything, and what a pass that lists them to the end has made complete. */
export type PassPlan = {
  window: DayWindow | null;
  /** The only files to look at, instead. */
  keys?: readonly string[];
  completes: "nothing" | "days" | "month" | "everything";
};

/**
 * What a pass over a trail lists: everything at first, when the rules have changed and once a week; 31 days once a day;
 * else from two days before the last complete pass. Days that were asked for by hand complete nothing.
 */
export function planPass(options: {
  history: TrailHistory;
  asked: PassOptions;
  isLocal: boolean;
  fingerprint: string;
  now: Date;
}): PassPlan {
  const { history, asked, now } = options;
  if (asked.from !== null || asked.to !== null) {
    const tomorrow = dayOf(new Date(now.getTime() + DAY_MS));
    return { window: { from: asked.from ?? "0001-01-01", to: asked.to ?? tomorrow }, completes: "nothing" };
  }
  const isOlder = (time: Date | null, days: number) => time === null || now.getTime() - time.getTime() >= days * DAY_MS;
  const everything: PassPlan = { window: null, completes: "everything" };
  if (asked.isFull || options.isLocal) return everything;
  if (history.rulesFingerprint !== options.fingerprint || isOlder(history.lastFullPassAt, 7)) return everything;
  if (history.lastCompletePassAt === null) return everything;
  if (isOlder(history.lastMonthPassAt, 1)) {
    return { window: windowSince(earlier(now, history.lastCompletePassAt), MONTH_DAYS, now), completes: "month" };
  }
  return { window: windowSince(history.lastCompletePassAt, LOOK_BACK_DAYS, now), completes: "days" };
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
