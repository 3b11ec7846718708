export const LEAST_WIDTH = 320;
export const MOST_WIDTH = 1200;
/** What the table keeps. */
const TABLE_WIDTH = 320;
const STEP = 16;

/** A width that the panel can have. @param room what table and panel have together, in px. */
export function boundWidth(width: number, room: number): number {
  const most = Math.min(MOST_WIDTH, room - TABLE_WIDTH);
  return Math.round(Math.max(LEAST_WIDTH, Math.min(width, most)));
}

/** The width after a key on the panel's left edge; null for a key that does nothing there. */
export function widthByKey(key: string, isLarge: boolean, width: number, room: number): number | null {
  const step = STEP * (isLarge ? 4 : 1);
  const next = { ArrowLeft: width + step, ArrowRight: width - step, Home: LEAST_WIDTH, End: MOST_WIDTH }[key];
  return next === undefined ? null : boundWidth(next, room);
}
