import { expect, test } from "vitest";
import { cursorRange, moveCursor, NO_CURSOR, type CursorMove } from "./cursor-state.ts";

const counts = [
  [3, 1],
  [0, 0],
  [2, 0],
  [0, 4],
];
const after = (...moves: CursorMove[]) => moves.reduce((state, move) => moveCursor(state, move, counts), NO_CURSOR);
const step = (by: number, isExtending = false): CursorMove => ({ type: "step", by, extends: isExtending });
const up: CursorMove = { type: "climb", by: 1 };
const escape: CursorMove = { type: "escape" };

test("arrows begin at the near end and stop at the far one", () => {
  expect(after(step(1)).index).toBe(0);
  expect(after(step(-1)).index).toBe(3);
  expect(after(step(Number.POSITIVE_INFINITY)).index).toBe(3);
  expect(after(step(1), step(-1)).index).toBe(0);
  expect(after(step(10), step(10)).index).toBe(3);
});

test("Shift spans a range, both ends included, and walking on lets it go", () => {
  const spanned = after(step(1), step(1, true), step(1, true));
  expect(cursorRange(spanned)).toEqual({ first: 0, last: 2 });
  expect(cursorRange(moveCursor(spanned, step(-1), counts))).toEqual({ first: 1, last: 1 });
  expect(cursorRange(after({ type: "drag", from: 3, to: 1 }))).toEqual({ first: 1, last: 3 });
});

test("up and down choose among the parts that have events, and none of them", () => {
  expect([1, 2, 3].map((times) => after(step(1), ...Array.from({ length: times }, () => up)).series)).toEqual([
    0,
    1,
    null,
  ]);
  expect(after(step(1), { type: "climb", by: -1 }).series).toBe(1);
  expect(after(step(1), step(1), step(1), up, up).series).toBeNull();
  expect(after(step(1), step(1), up).series).toBeNull();
});

test("Escape lets go of the range, then the part, then the place", () => {
  const spanned = after(step(1), step(1, true));
  expect(moveCursor(spanned, escape, counts)).toEqual({ index: 1, series: null, anchor: null });
  expect(after(step(1), up, escape)).toEqual({ index: 0, series: null, anchor: null });
  expect(after(step(1), up, escape, escape)).toEqual(NO_CURSOR);
});

test("where nothing moves nothing is drawn again", () => {
  const point: CursorMove = { type: "point", index: 2, series: null };
  const state = after(point);
  expect(moveCursor(state, point, counts)).toBe(state);
});
