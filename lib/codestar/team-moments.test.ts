import { expect, it } from "vitest";
import { teamHistory } from "./team-history.ts";
import { teamMoment } from "./team-moments.ts";
import { teamEvent } from "./testing/team-event.ts";

const day = (number: number) => `2024-03-0${number}T10:00:00Z`;
const created = teamEvent(day(1), "CreateProject");
const added = teamEvent(day(2), "AssociateTeamMember", "ana");
const failed = teamEvent(day(3), "UpdateTeamMember", "ana", { errorCode: "AccessDenied" });
const removed = teamEvent(day(4), "DisassociateTeamMember", "ben");
const deleted = teamEvent(day(5), "DeleteProject");
const history = teamHistory([created, added, failed, removed, deleted]);

it("names the changes before and after an instant, not its own", () => {
  expect(teamMoment(history, day(2))).toMatchObject({ previous: null, next: removed });
  expect(teamMoment(history, day(3))).toMatchObject({ previous: added, next: removed, deletedBy: null });
  expect(teamMoment(history, day(6))).toMatchObject({ previous: deleted, next: null, deletedBy: deleted });
});

it("names who perhaps was a member, and what wasn't there yet", () => {
  expect(teamMoment(history, day(3)).perhaps).toMatchObject([{ userArn: "ben", from: day(1), to: day(4) }]);
  expect(teamMoment(history, day(4)).perhaps).toEqual([]);
  expect(teamMoment(history, "2024-02-01T00:00:00Z")).toMatchObject({ notYetCreatedBy: created, perhaps: [] });
  expect(teamMoment(teamHistory([removed]), day(1))).toMatchObject({
    notYetCreatedBy: null,
    perhaps: [{ from: null }],
  });
});
