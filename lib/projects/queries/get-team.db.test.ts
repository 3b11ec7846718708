import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { expectSoundDatabase } from "#lib/sync/testing/expect-sound-database.ts";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import { testRecord } from "#lib/sync/testing/test-record.ts";
import { logKey, trailFolder, type TrailFolder } from "#lib/sync/testing/trail-folder.ts";
import { recordOf } from "#scripts/sample-trail/call.ts";
import { playStory } from "#scripts/sample-trail/play-story.ts";
import { STORIES } from "#scripts/sample-trail/projects.ts";
import { Random } from "#scripts/sample-trail/random.ts";
import { getTeam } from "./get-team.ts";

// Log files in, team out, held against a replay of the records themselves that shares no code with ours.

type Values = Record<string, unknown>;
type PlainMember = { userArn: unknown; role: unknown; remoteAccess: unknown; since: string | null; eventId: string };

/** What the records of one project say of its team at an instant, by the rules as they are written. */
function plainReplay(records: Values[], at: string): { members: PlainMember[]; unknown: unknown[] } {
  const once = new Map(records.map((record) => [String(record["eventID"]), record]));
  const inOrder = [...once].toSorted(([idA, a], [idB, b]) => {
    const [timeA, timeB] = [Date.parse(String(a["eventTime"])), Date.parse(String(b["eventTime"]))];
    if (timeA !== timeB) return timeA - timeB;
    return idA < idB ? -1 : 1;
  });
  let team: PlainMember[] = [];
  for (const [eventId, record] of inOrder) {
    if (Date.parse(String(record["eventTime"])) > Date.parse(at)) break;
    if (record["errorCode"] !== undefined) continue;
    const asked = (record["requestParameters"] ?? {}) as Values;
    const was = team.find((member) => member.userArn === asked["userArn"]);
    const others = team.filter((member) => member !== was);
    const role = asked["projectRole"] ?? was?.role ?? null;
    const remoteAccess = asked["remoteAccessAllowed"] ?? was?.remoteAccess ?? null;
    const member = { userArn: asked["userArn"], role, remoteAccess };
    if (record["eventName"] === "DeleteProject") team = [];
    if (record["eventName"] === "DisassociateTeamMember") team = others;
    if (record["eventName"] === "AssociateTeamMember")
      team = [...others, { ...member, since: String(record["eventTime"]), eventId }];
    if (record["eventName"] === "UpdateTeamMember")
      team = [...others, { ...member, since: was ? was.since : null, eventId: was ? was.eventId : eventId }];
  }
  team = team.toSorted((a, b) => (String(a.userArn) < String(b.userArn) ? -1 : 1));
  return { members: team, unknown: team.filter((member) => member.since === null).map((member) => member.userArn) };
}

const place = { account: "111122223333", region: "us-east-1", id: "orchard" };
const step = fc.record({
  minute: fc.integer({ min: 0, max: 30 }),
  action: fc.constantFrom("Associate", "Associate", "Update", "Update", "Disassociate", "Create", "Delete"),
  user: fc.constantFrom("Ana", "ben", "Ço", "\u{1f52d}"),
  role: fc.constantFrom("Owner", "Contributor", "Viewer", undefined),
  remote: fc.constantFrom(true, false, undefined),
  fails: fc.constantFrom(true, false, false, false),
  /** In which files it is delivered: one, or two. */
  files: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 2 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function teamRecord(drawn: Step, number: number): Values {
  const isOfProject = drawn.action === "Create" || drawn.action === "Delete";
  const ofMember = {
    projectId: place.id,
    userArn: `arn:aws:iam::111122223333:user/${drawn.user}`,
    projectRole: drawn.action === "Disassociate" ? undefined : drawn.role,
    remoteAccessAllowed: drawn.action === "Disassociate" ? undefined : drawn.remote,
  };
  return testRecord(`step ${number}`, {
    eventTime: new Date(Date.UTC(2024, 4, 1, 10, drawn.minute)).toISOString().replace(".000Z", "Z"),
    eventName: isOfProject ? `${drawn.action}Project` : `${drawn.action}TeamMember`,
    requestParameters: isOfProject ? { id: place.id } : ofMember,
    errorCode: drawn.fails ? "AccessDenied" : undefined,
  });
}

let trail: TrailFolder;
const folders: TrailFolder[] = [];
beforeEach(async () => {
  await emptyDatabase();
  folders.push((trail = await trailFolder()));
});
afterAll(() => Promise.all(folders.map((folder) => folder.destroy())));

describe("getTeam", () => {
  it("is a plain replay of the records, however they were delivered", { timeout: 120_000 }, async () => {
    const history = fc.record({
      steps: fc.array(step, { minLength: 1, maxLength: 16 }),
      order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 }),
      filesAPass: fc.constantFrom(1, 2, 6),
      minutes: fc.array(fc.integer({ min: -1, max: 31 }), { minLength: 3, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ steps, order, filesAPass, minutes }) => {
        await emptyDatabase();
        const folder = await trailFolder();
        folders.push(folder);
        const records = steps.map(teamRecord);
        for (let pass = 0; pass < order.length; pass += filesAPass) {
          for (const file of order.slice(pass, pass + filesAPass)) {
            const delivered = records.filter((_, index) => steps[index]?.files.includes(file));
            // The folder's day says when it was delivered: some come days late.
            await folder.putLog(logKey(`file${file}`, `2024/05/0${1 + (file % 3)}`), delivered.toReversed());
          }
          await syncOnce([folder.url]);
        }
        await expectSoundDatabase();
        for (const minute of minutes) {
          const at = new Date(Date.UTC(2024, 4, 1, 10, minute));
          const team = await getTeam({ ...place, at });
          expect(team).toEqual({
            at: at.toISOString().replace(".000Z", "Z"),
            ...plainReplay(records, at.toISOString()),
          });
        }
        const now = await getTeam(place);
        expect(now?.members).toEqual(plainReplay(records, "2030-01-01T00:00:00Z").members);
      }),
      { numRuns: 12 },
    );
  });

  it("is a plain replay of the sample's stories", { timeout: 60_000 }, async () => {
    const random = new Random("teams");
    const stories = STORIES.map((story) => ({ story, calls: playStory(story) }));
    const records = stories.map(({ calls }) =>
      calls.filter((call) => call.source === "codestar").map((call) => ({ ...recordOf(call, random) })),
    );
    const whole = records.map((list) => list.map((record) => JSON.parse(JSON.stringify(record)) as Values));
    for (const [index, list] of whole.entries()) await trail.putLog(logKey(`story${index}`), list);
    await syncOnce([trail.url]);
    for (const [index, { story }] of stories.entries()) {
      const ofTeam = (whole[index] ?? []).filter((record) =>
        /TeamMember$|^(Create|Delete)Project$/.test(String(record["eventName"])),
      );
      const [first] = ofTeam;
      const { id } = story.project;
      const project = { account: String(first?.["recipientAccountId"]), region: String(first?.["awsRegion"]), id };
      for (const { eventTime } of ofTeam.filter((_, at) => at % 5 === 0) as { eventTime: string }[]) {
        const team = await getTeam({ ...project, at: new Date(eventTime) });
        expect({ id, ...team }).toEqual({ id, at: eventTime, ...plainReplay(ofTeam, eventTime) });
      }
    }
  });

  it("answers as of a commit, and knows no project that no event names", async () => {
    const added = (name: string, user: string) =>
      testRecord(name, {
        eventName: "AssociateTeamMember",
        requestParameters: { projectId: place.id, userArn: user, projectRole: "Viewer" },
      });
    await trail.putLog(logKey("a"), [added("a", "ana")]);
    await syncOnce([trail.url]);
    await trail.putLog(logKey("b"), [added("b", "ben")]);
    await syncOnce([trail.url]);
    expect((await getTeam({ ...place, asOf: 1 }))?.members).toMatchObject([{ userArn: "ana" }]);
    expect((await getTeam(place))?.members).toMatchObject([{ userArn: "ana" }, { userArn: "ben" }]);
    expect(await getTeam({ ...place, asOf: 0 })).toBeNull();
    expect(await getTeam({ ...place, id: "orch*" })).toBeNull();
    expect(await getTeam({ ...place, region: "\0" })).toBeNull();
  });
});
