import { expect, it } from "vitest";
import type { DiaryLine } from "#lib/projects/diary.ts";
import { foldLines } from "./fold-lines.ts";

const line = (minute: number, rest: Partial<DiaryLine> = {}): DiaryLine => ({
  summary: `ines tried to add user ${minute}`,
  eventSource: "codestar.amazonaws.com",
  eventName: "AssociateTeamMember",
  outcome: "failure",
  events: 1,
  eventId: String(minute),
  from: `2024-03-01T10:0${minute}:00Z`,
  to: `2024-03-01T10:0${minute}:00Z`,
  ...rest,
});

it("keeps up to four of a kind", () => {
  const lines = [1, 2, 3, 4].map((minute) => line(minute));
  expect(foldLines(lines)).toEqual(lines.map((one) => ({ ...one, more: 0 })));
});

it("folds longer rows of one kind, and no others", () => {
  const other = line(6, { outcome: "success" });
  const folded = foldLines([line(1), line(2), line(3), line(4, { events: 7 }), line(5), other, line(7)]);
  expect(folded.map(({ eventId, more }) => [eventId, more])).toEqual([
    ["1", 0],
    ["2", 0],
    ["3", 8],
    ["6", 0],
    ["7", 0],
  ]);
  expect(folded[2]).toMatchObject({ from: line(3).from, to: line(5).to });
});
