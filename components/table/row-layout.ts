import { nextCursorOf, prevCursorOf, type RowWindow } from "./row-window.ts";

/** Rows without content where the list goes on and nothing is known yet. */
export const EDGE_ROWS = 16;

/** How the rows of a window stand in the table: places before them, themselves, places after them. */
export type RowLayout = {
  before: number;
  after: number;
  count: number;
  /** The place of index 0; places count from 0 at the top. */
  origin: number;
};

/**
 * @param beganAtStart the list was opened at its start, so that nobody need be told that it is one.
 */
export function rowLayout(
  window: RowWindow,
  { beganAtStart, hasTroubleAfter }: { beganAtStart: boolean; hasTroubleAfter: boolean },
): RowLayout {
  const startNote = beganAtStart ? 0 : 1;
  const before = prevCursorOf(window) === null ? startNote : EDGE_ROWS;
  // The last place says that it is the end, or why it doesn't go on.
  const after = nextCursorOf(window) === null || hasTroubleAfter ? 1 : EDGE_ROWS;
  const known = window.endIndex - window.firstIndex;
  return { before, after, count: before + known + after, origin: before - window.firstIndex };
}
