/** Where somebody is in the timeline: a bucket, maybe one part of its bar, maybe a range from another bucket. */
export type CursorState = {
  index: number | null;
  series: number | null;
  /** The bucket at which a range began; null without a range. */
  anchor: number | null;
};

export type CursorMove =
  | { type: "point"; index: number; series: number | null }
  | { type: "drag"; from: number; to: number }
  | { type: "step"; by: number; extends: boolean }
  | { type: "climb"; by: 1 | -1 }
  | { type: "escape" }
  | { type: "leave" };

export const NO_CURSOR: CursorState = { index: null, series: null, anchor: null };

/**
 * Moves the cursor.
 * @param counts of each bucket the events of each series
 */
export function moveCursor(state: CursorState, move: CursorMove, counts: readonly (readonly number[])[]): CursorState {
  const last = counts.length - 1;
  const within = (index: number) => Math.min(Math.max(index, 0), last);
  switch (move.type) {
    case "point":
      return isAt(state, move) ? state : { index: move.index, series: move.series, anchor: null };
    case "drag":
      if (state.anchor === move.from && state.index === move.to) return state;
      return { index: within(move.to), series: null, anchor: within(move.from) };
    case "step": {
      const index = within((state.index ?? (move.by > 0 ? -1 : last + 1)) + move.by);
      if (!move.extends) return { index, series: null, anchor: null };
      return { index, series: null, anchor: state.anchor ?? state.index ?? index };
    }
    case "climb":
      return state.index === null
        ? { ...NO_CURSOR, index: last }
        : { ...state, anchor: null, series: climbed(state, move.by, counts) };
    case "escape":
      if (state.anchor !== null) return { ...state, anchor: null };
      return state.series === null ? NO_CURSOR : { ...state, series: null };
    case "leave":
      return state.index === null ? state : NO_CURSOR;
  }
}

/** First and last bucket of the range, or of the one that the cursor is at; null when it is nowhere. */
export function cursorRange({ index, anchor }: CursorState): { first: number; last: number } | null {
  if (index === null) return null;
  return { first: Math.min(index, anchor ?? index), last: Math.max(index, anchor ?? index) };
}

function isAt(state: CursorState, { index, series }: { index: number; series: number | null }): boolean {
  return state.index === index && state.series === series && state.anchor === null;
}

/** The next part of the bar that has events; from the whole bar to its foot or top, and from those to the whole bar. */
function climbed({ index, series }: CursorState, by: 1 | -1, counts: readonly (readonly number[])[]): number | null {
  const parts = [...(counts[index ?? 0] ?? []).entries()].flatMap(([part, count]) => (count > 0 ? [part] : []));
  const ring = [null, ...parts];
  return ring.at((ring.indexOf(series) + by) % ring.length) ?? null;
}
