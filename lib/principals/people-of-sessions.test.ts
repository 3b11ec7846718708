import { expect, it } from "vitest";
import { peopleOfSessions } from "./people-of-sessions.ts";
import type { PersonBehind } from "./person-behind.ts";
import type { PrincipalSession } from "./principal-summary.ts";

const session = (
  arn: string,
  day: number,
  person: string | null,
  more: Partial<PersonBehind> = {},
): PrincipalSession => ({
  sessionName: arn,
  arn,
  accessKeyId: `ASIA${arn}${day}`,
  createdAt: null,
  firstSeen: `2024-05-0${day}T08:00:00Z`,
  lastSeen: `2024-05-0${day}T09:00:00Z`,
  events: day,
  failures: 0,
  behind: { person, rule: "session-name", certainty: "likely", service: null, handovers: [], ...more },
});

it("puts sessions together by person and rule, the surest first, then the latest", () => {
  const people = peopleOfSessions([
    session("x", 9, null, { rule: "none", certainty: "unknown" }),
    session("ana.silva", 3, "ana.silva"),
    session("ben.carter", 4, "ben.carter"),
    session("ana.silva", 1, "ana.silva"),
    session("ana.silva", 2, "ana.silva", { rule: "source-identity", certainty: "certain" }),
  ]);
  expect(people.map(({ person, certainty, sessions, events }) => [person, certainty, sessions, events])).toEqual([
    ["ana.silva", "certain", 1, 2],
    ["ben.carter", "likely", 1, 4],
    ["ana.silva", "likely", 2, 4],
    [null, "unknown", 1, 9],
  ]);
  expect(people[2]).toMatchObject({ firstSeen: "2024-05-01T08:00:00Z", lastSeen: "2024-05-03T09:00:00Z" });
  // Calls of one ARN may be found by it; those of an ARN that two groups share may not.
  expect(people.map(({ arn }) => arn)).toEqual([null, "ben.carter", null, "x"]);
});

it("is nobody for no sessions", () => {
  expect(peopleOfSessions([])).toEqual([]);
});
