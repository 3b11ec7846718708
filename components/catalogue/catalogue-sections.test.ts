import { expect, test } from "vitest";
import { FAMILY_ACTIONS } from "#lib/codestar/catalogue.ts";
import { eventsHref } from "#components/events/edit-filter.ts";
import { catalogueSections } from "./catalogue-sections.ts";

const seen = (eventSource: string, eventName: string, events: number, failures = 0) => ({
  eventSource,
  eventName,
  events,
  failures,
  firstSeen: "2024-01-01T00:00:00Z",
  lastSeen: "2024-01-02T00:00:00Z",
  lastEventId: "1",
  lastSummary: "x",
});

test("every known action is in one section, Connections once under both names", () => {
  const sections = catalogueSections([]);
  expect(sections.map(({ rows }) => rows.length)).toEqual([24, 38, 13, 2]);
  const names = new Set(FAMILY_ACTIONS.map(({ eventSource }) => eventSource));
  expect(new Set(sections.flatMap(({ sources }) => sources))).toEqual(names);
});

test("counts add up over the names of a service, and lead to those events", () => {
  const sections = catalogueSections([
    seen("codeconnections.amazonaws.com", "GetConnection", 3, 1),
    seen("codestar-connections.amazonaws.com.cn", "GetConnection", 2),
    seen("codestar-notifications.amazonaws.com", "TagResource", 7),
  ]);
  const row = sections[1]!.rows.find(({ action }) => action.eventName === "GetConnection")!;
  expect(row).toMatchObject({ events: 5, failures: 1 });
  const params = new URLSearchParams(eventsHref(row.filter).split("?")[1]);
  expect(params.getAll("action")).toEqual(["GetConnection"]);
  expect(params.getAll("source")).toEqual(["codeconnections.amazonaws.com", "codestar-connections.amazonaws.com.cn"]);
  expect(sections.map((section) => section.seen)).toEqual([0, 1, 1, 0]);
});
