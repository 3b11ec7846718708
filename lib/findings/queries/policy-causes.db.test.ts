import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import type { TestEvent } from "#lib/events/testing/test-event.ts";
import { policyCauses } from "./policy-causes.ts";

const web = "111122223333/eu-west-1/web";
const bob = "arn:aws:iam::111122223333:user/team/bob";
const team = (eventId: string, time: string, action: string, more: TestEvent = {}): TestEvent => ({
  eventId,
  eventTime: `2024-01-01T${time}Z`,
  action,
  project: web,
  subjectArn: action === "DeleteProject" ? null : bob,
  ...more,
});
const iam = (eventId: string, time: string, action: string, more: TestEvent = {}): TestEvent => ({
  eventId,
  eventTime: `2024-01-01T${time}Z`,
  source: "iam.amazonaws.com",
  action,
  isRelated: true,
  projectPolicy: "CodeStar_web_Owner",
  policyHolder: action === "DeletePolicy" ? null : "bob",
  ...more,
});

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    team("add", "01:00:00", "AssociateTeamMember"),
    iam("attach", "01:00:05", "AttachUserPolicy"),
    iam("attach eve", "01:00:05", "AttachUserPolicy", { policyHolder: "eve" }),
    team("change", "01:05:00", "UpdateTeamMember"),
    iam("detach", "01:04:50", "DetachUserPolicy"),
    iam("attach again", "01:05:02", "AttachUserPolicy", { projectPolicy: "CodeStar_web_Viewer" }),
    team("failed", "01:05:01", "UpdateTeamMember", { errorCode: "AccessDenied" }),
    iam("other project", "01:05:02", "AttachUserPolicy", { projectPolicy: "CodeStar_web-2_Viewer" }),
    team("delete", "02:00:00", "DeleteProject"),
    iam("delete policy", "02:00:09", "DeletePolicy", { errorCode: "DeleteConflict" }),
    iam("too late", "02:15:01", "DeletePolicy"),
  ]);
});

const brief = async (eventId: string) => {
  const { cause, consequences, isUncaused } = await policyCauses(eventId);
  return { cause: cause?.eventId ?? null, isUncaused, consequences: consequences.map((event) => event.eventId) };
};

describe("policyCauses", () => {
  it.each([
    ["add", ["attach"]],
    ["change", ["detach", "attach again"]],
    ["delete", ["delete policy"]],
    ["failed", []],
    ["nothing like it", []],
    ["\0", []],
  ])("gives what %s caused, each thing once", async (eventId, consequences) => {
    expect(await brief(eventId)).toEqual({ cause: null, isUncaused: false, consequences });
  });

  it.each([
    ["attach", "add", false],
    ["detach", "change", false],
    ["attach again", "change", false],
    ["delete policy", "delete", false],
    ["attach eve", null, true],
    ["other project", null, true],
    ["too late", null, false],
  ])("gives the cause of %s", async (eventId, cause, isUncaused) => {
    expect(await brief(eventId)).toEqual({ cause, isUncaused, consequences: [] });
  });
});
