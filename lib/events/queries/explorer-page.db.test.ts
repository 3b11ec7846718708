import { beforeEach, expect, test } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { ALL_EVENTS, parseEventFilter } from "#lib/events/filter.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { explorerPage } from "./explorer-page.ts";

beforeEach(emptyDatabase);

const ids = (page: { events: { eventId: string }[] }) => page.events.map((event) => event.eventId);
const onlyA = parseEventFilter(new URLSearchParams("action=A")).filter;

/** 0 to 4 within a second, of which 2 alone isn't of action A. */
const insert = () =>
  insertEvents(
    ["", ".05", ".1", ".25", ".3"].map((fraction, index) => ({
      eventId: `e${index}`,
      eventTime: `2024-01-01T00:00:00${fraction}Z`,
      action: index === 2 ? "B" : "A",
    })),
  );

test("without an event, and with one that isn't there, it is the list's first page", async () => {
  const asOf = await insert();
  for (const around of [undefined, "e9", "nul\0"]) {
    const page = await explorerPage({ filter: ALL_EVENTS, asOf, order: "desc", around });
    expect(page).toMatchObject({ around: null, isOutside: false });
    expect(ids(page)).toEqual(["e4", "e3", "e2", "e1", "e0"]);
  }
});

test("an event that matches stands in the page as any other", async () => {
  const asOf = await insert();
  const page = await explorerPage({ filter: onlyA, asOf, order: "desc", around: "e3" });
  expect(page).toMatchObject({ around: "e3", isOutside: false });
  expect(ids(page)).toEqual(["e4", "e3", "e1", "e0"]);
});

test("an event that doesn't match stands at its time, either way round", async () => {
  const asOf = await insert();
  const newest = await explorerPage({ filter: onlyA, asOf, order: "desc", around: "e2" });
  expect(newest).toMatchObject({ around: "e2", isOutside: true });
  expect(ids(newest)).toEqual(["e4", "e3", "e2", "e1", "e0"]);
  const oldest = await explorerPage({ filter: onlyA, asOf, order: "asc", around: "e2" });
  expect(ids(oldest)).toEqual(["e0", "e1", "e2", "e3", "e4"]);
});

test("an event of a later commit isn't there yet", async () => {
  const asOf = await insert();
  await insertEvents([{ eventId: "later" }]);
  expect((await explorerPage({ filter: ALL_EVENTS, asOf, order: "desc", around: "later" })).around).toBeNull();
});
