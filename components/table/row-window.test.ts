import { describe, expect, test } from "vitest";
import type { EventPage } from "#lib/events/event-page.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import {
  eventAt,
  heldEvents,
  indexOf,
  matchingIn,
  missingCursors,
  nextCursorOf,
  openWindow,
  prevCursorOf,
  type RowWindow,
  withoutFar,
  withPage,
} from "./row-window.ts";

const PAGE = 10;

/** Of a list from row -100 to row 99, the page that begins at a row; a cursor says which. */
function pageAt(row: number): EventPage {
  return {
    events: Array.from({ length: PAGE }, (_, index) => ({ eventId: `e${row + index}` }) as EventRow),
    prevCursor: row <= -100 ? null : `prev ${row}`,
    nextCursor: row >= 90 ? null : `next ${row + PAGE}`,
    asOf: 1,
  };
}

const answer = (cursor: string) => {
  const [direction, row] = cursor.split(" ");
  return pageAt(direction === "prev" ? Number(row) - PAGE : Number(row));
};
const after = (window: RowWindow, most?: number) => {
  const cursor = nextCursorOf(window) ?? "";
  return withPage(window, cursor, answer(cursor), most);
};
const before = (window: RowWindow, most?: number) => {
  const cursor = prevCursorOf(window) ?? "";
  return withPage(window, cursor, answer(cursor), most);
};

describe("a row keeps its index", () => {
  test("while pages come before and after, and the ends are reached", () => {
    let window = openWindow(pageAt(0));
    while (nextCursorOf(window) !== null) window = after(window);
    while (prevCursorOf(window) !== null) window = before(window);
    expect(window).toMatchObject({ firstIndex: -100, endIndex: 100 });
    for (const index of [-100, -1, 0, 42, 99]) expect(eventAt(window, index)?.eventId).toBe(`e${index}`);
    expect([eventAt(window, -101), eventAt(window, 100)]).toEqual([null, null]);
    expect(indexOf(window, "e-55")).toBe(-55);
  });

  test("when so much is known that the other side is forgotten, which can be gone back to", () => {
    let window = openWindow(pageAt(0));
    for (let page = 0; page < 5; page++) window = after(window, 30);
    expect(window).toMatchObject({ firstIndex: 30, endIndex: 60 });
    window = before(window, 30);
    expect(window).toMatchObject({ firstIndex: 20, endIndex: 50 });
    expect(eventAt(window, 25)?.eventId).toBe("e25");
    expect(nextCursorOf(window)).toBe("next 50");
  });
});

test("far pages are dropped, their place stays, and they are wanted again on the way back", () => {
  let window = openWindow(pageAt(0));
  for (let page = 0; page < 9; page++) window = after(window);
  const view = { from: 90, to: 95 };
  window = withoutFar(window, view, 20);
  expect(heldEvents(window).length).toBe(10 + 30);
  expect(window.endIndex).toBe(100);
  expect(eventAt(window, 45)).toBeNull();
  expect(withoutFar(window, view, 20)).toBe(window);

  expect(missingCursors(window, { from: 35, to: 55 })).toEqual(["next 30", "next 40", "next 50"]);
  window = withPage(window, "next 40", answer("next 40"));
  expect(eventAt(window, 45)?.eventId).toBe("e45");
});

test("what lies next to all that is known is wanted when the view comes near", () => {
  const window = openWindow(pageAt(0));
  expect(missingCursors(window, { from: 2, to: 8 })).toEqual([]);
  expect(missingCursors(window, { from: -5, to: 15 })).toEqual(["prev 0", "next 10"]);
});

test("an answer to what is no longer known changes nothing", () => {
  const window = openWindow(pageAt(0));
  expect(withPage(window, "next 70", answer("next 70"))).toBe(window);
});

test("an event that doesn’t match is not counted among those that do", () => {
  const window = after(openWindow(pageAt(0)));
  expect(matchingIn(window, null)).toBe(20);
  expect(matchingIn(window, "e3")).toBe(19);
  expect(matchingIn(window, "gone")).toBe(20);
});
