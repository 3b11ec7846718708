import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import type { TestEvent } from "#lib/events/testing/test-event.ts";
import type { AccessReview } from "#lib/review/access-review.ts";
import { getAccessReview } from "./get-access-review.ts";
import { reviewCsv } from "./review-csv.ts";

const project = { account: "111122223333", region: "eu-west-1", id: "web" };
const [ann, bob, eve] = ["ann", "bob", "eve"].map((name) => `arn:aws:iam::111122223333:user/${name}`);
const step = (eventId: string, day: string, action: string, subjectArn: string | undefined, more: TestEvent = {}) => ({
  eventId,
  eventTime: `2024-01-${day}T00:00:00Z`,
  action,
  subjectArn,
  project: "111122223333/eu-west-1/web",
  logFile: `AWSLogs/${eventId}.json.gz`,
  ...more,
});
const owner = { memberRole: "Owner", remoteAccess: true };
const viewer = { memberRole: "Viewer", remoteAccess: false };

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    step("1", "01", "AssociateTeamMember", ann, owner),
    step("2", "02", "AssociateTeamMember", bob, viewer),
    step("3", "10", "UpdateTeamMember", bob, { memberRole: "Contributor" }),
    step("4", "11", "DisassociateTeamMember", ann, { errorCode: "AccessDenied", principalName: "=SUM(A1)" }),
    step("5", "12", "DisassociateTeamMember", ann),
    step("6", "13", "UpdateTeamMember", eve, owner),
    step("other", "13", "AssociateTeamMember", eve, { ...owner, project: "444455556666/eu-west-1/web" }),
    step("look", "14", "ListTeamMembers", undefined, { access: "read" }),
  ]);
  await insertEvents([step("7", "20", "DeleteProject", undefined)]);
});

const review = async (from: string | null, to: string | null, asOf?: number): Promise<AccessReview> => {
  const date = (text: string | null) => (text === null ? null : new Date(`2024-01-${text}T00:00:00Z`));
  const found = await getAccessReview({ ...project, from: date(from), to: date(to), asOf });
  if (!found) throw new Error("no such project");
  return found;
};
const names = (members: AccessReview["end"]) =>
  members.map(({ userArn, role, remoteAccess, since }) => [userArn.slice(-3), role, remoteAccess, since?.slice(8, 10)]);
const changes = ({ changes: rows }: AccessReview) =>
  rows.map(({ event, userArn, what, before, after }) => [
    event.eventId,
    userArn.slice(-3),
    what,
    before?.role,
    after?.role,
  ]);

describe("getAccessReview", () => {
  it("has the team at both ends and what changed it between, failed tries apart", async () => {
    const found = await review("10", "20");
    expect(names(found.start)).toEqual([
      ["ann", "Owner", true, "01"],
      ["bob", "Viewer", false, "02"],
    ]);
    expect(changes(found)).toEqual([
      ["3", "bob", "change", "Viewer", "Contributor"],
      ["5", "ann", "removal", "Owner", undefined],
      ["6", "eve", "change", undefined, "Owner"],
    ]);
    // What a request doesn't say stays; since when eve is in isn't known.
    expect(names(found.end)).toEqual([
      ["bob", "Contributor", false, "02"],
      ["eve", "Owner", true, undefined],
    ]);
    expect(found.tries.map(({ eventId, logFile }) => [eventId, logFile])).toEqual([["4", "AWSLogs/4.json.gz"]]);
    expect(found.known).toEqual({ from: "2024-01-01T00:00:00Z", to: "2024-01-20T00:00:00Z" });
  });

  it("ends a team with the project, and reaches over all records without bounds", async () => {
    const found = await review(null, null);
    expect(found.start).toEqual([]);
    expect(found.end).toEqual([]);
    expect(changes(found).slice(-2)).toEqual([
      ["7", "bob", "removal", "Contributor", undefined],
      ["7", "eve", "removal", "Owner", undefined],
    ]);
    expect((await review(null, null, 1)).end).toHaveLength(2);
  });

  it("has the changes of whom their records don't name, too", async () => {
    const hidden = { subjectArn: null, project: "111122223333/eu-west-1/masked" };
    await insertEvents([
      step("h1", "01", "AssociateTeamMember", undefined, { ...hidden, ...owner }),
      step("h2", "02", "DisassociateTeamMember", undefined, { ...hidden, errorCode: "AccessDenied" }),
      step("h3", "03", "UpdateTeamMember", undefined, { ...hidden, ...viewer }),
    ]);
    const to = new Date("2024-01-03T00:00:00Z");
    const found = await getAccessReview({ ...project, id: "masked", from: null, to });
    expect(found?.unnamed.map(({ eventId }) => eventId)).toEqual(["h1"]);
    expect(found?.tries.map(({ eventId }) => eventId)).toEqual(["h2"]);
    const [row] = parse<Record<string, string>>(found ? reviewCsv(found) : "", { columns: true });
    expect(row).toMatchObject({ part: "unnamed change", member: "", what: "AssociateTeamMember", event_id: "h1" });
  });

  it("knows nothing of a project that no event names", async () => {
    expect(await getAccessReview({ ...project, id: "we*", from: null, to: null })).toBeNull();
    expect(await getAccessReview({ ...project, id: "\0", from: null, to: null })).toBeNull();
  });
});

describe("reviewCsv", () => {
  it("has a row for each member and change, and empty columns to fill in", async () => {
    const text = reviewCsv(await review("10", "20"));
    expect(text.endsWith("\r\n")).toBe(true);
    const rows = parse<Record<string, string>>(text, { columns: true, record_delimiter: "\r\n" });
    expect(
      rows.map(({ part, event_id, what, role_before, role }) => [part, event_id, what, role_before, role]),
    ).toEqual([
      ["member at start", "1", "", "", "Owner"],
      ["member at start", "2", "", "", "Viewer"],
      ["change", "3", "change", "Viewer", "Contributor"],
      ["change", "5", "removal", "Owner", ""],
      ["change", "6", "change", "", "Owner"],
      ["member at end", "3", "", "", "Contributor"],
      ["member at end", "6", "", "", "Owner"],
      ["failed try", "4", "DisassociateTeamMember", "", ""],
    ]);
    expect(rows.at(-1)).toMatchObject({
      done_by: "'=SUM(A1)",
      error_code: "AccessDenied",
      keep: "",
      revoke: "",
      comment: "",
    });
    expect(reviewCsv(await review("10", "20"), false)).toContain(",=SUM(A1),");
  });
});
