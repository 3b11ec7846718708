import { describe, expect, test } from "vitest";
import { actionsOf, EFFECTS, SENSITIVITIES } from "./catalogue/action.ts";
import { EVENT_RULE_ACTIONS } from "./catalogue/notifications.ts";
import { actionOf, CATALOGUE } from "./catalogue.ts";
import { derived, recordOf } from "./testing/derived.ts";

const USER = "arn:aws:iam::111122223333:user/staff/tomasz";
const PROJECT = "arn:aws:codestar:eu-west-1:111122223333:project/shop";

/** A value that fits where a path points. */
function sample(path: string): string {
  if (path.endsWith("userArn")) return USER;
  if (path.endsWith("targetAddress")) return "arn:aws:sns:eu-west-1:111122223333:builds";
  if (path === "responseElements.arn" || path.endsWith("projectArn")) return PROJECT;
  const kind = /(connection|host|repositoryLink)Arn$/.exec(path)?.[1]?.replace("L", "-l");
  if (kind)
    return `arn:aws:codeconnections:eu-west-1:111122223333:${kind}/${path.startsWith("request") ? "asked" : "given"}`;
  if (path.endsWith("rn")) return "arn:aws:codestar-notifications:eu-west-1:111122223333:notificationrule/r1";
  return "shop";
}

/** The request or response that has every one of these paths. */
function membersOf(part: "requestParameters" | "responseElements", paths: readonly string[]): object {
  const members: Record<string, unknown> = {};
  for (const path of paths.filter((path) => path.startsWith(part))) {
    const steps = path.split(".").slice(1);
    let holder = members;
    for (const step of steps.slice(0, -1)) holder = (holder[step] ??= {}) as Record<string, unknown>;
    holder[steps.at(-1)!] = sample(path);
  }
  return members;
}

test("holds the family's 113 actions, each once", () => {
  expect(CATALOGUE).toHaveLength(113);
  expect(new Set(CATALOGUE.map((action) => `${action.eventSource} ${action.eventName}`)).size).toBe(113);
});

test("Connections is the same under both of its names", () => {
  const of = (eventSource: string) =>
    CATALOGUE.filter((action) => action.eventSource === eventSource).map((action) => ({
      ...action,
      eventSource: null,
    }));
  expect(of("codeconnections.amazonaws.com")).toHaveLength(38);
  expect(of("codestar-connections.amazonaws.com")).toEqual(of("codeconnections.amazonaws.com"));
});

test("every action says what it has an effect on and how sensitive it is", () => {
  const rules = actionsOf("events.amazonaws.com", EVENT_RULE_ACTIONS);
  for (const action of [...CATALOGUE, ...rules]) {
    expect(Object.keys(EFFECTS)).toContain(action.effect);
    expect(Object.keys(SENSITIVITIES)).toContain(action.sensitivity);
    // What writes has an effect; what only looks something up is never more than that.
    expect(action.effect === "look-up").toBe(action.sensitivity === "low");
    if (action.access === "write") expect(action.effect).not.toBe("look-up");
  }
});

test.each([
  ["AssociateTeamMember", "team", "high"],
  ["UpdateTeamMember", "team", "high"],
  ["DisassociateTeamMember", "team", "high"],
  ["CreateProject", "project", "high"],
  ["UpdateProject", "project", "medium"],
  ["DescribeProject", "look-up", "low"],
  ["UpdateUserProfile", "profile", "high"],
  ["TagProject", "tag", "medium"],
  ["GetConnectionToken", "connection", "high"],
  ["GetIndividualAccessToken", "connection", "high"],
  ["DeleteHost", "connection", "high"],
  ["PassConnection", "connection", "high"],
  ["CreateRepositoryLink", "connection", "medium"],
  ["UpdateSyncBlocker", "connection", "medium"],
  ["UseConnection", "connection", "medium"],
  ["DeleteNotificationRule", "notification", "high"],
  ["Unsubscribe", "notification", "medium"],
  ["ListTargets", "look-up", "low"],
])("%s: %s, %s", (eventName, effect, sensitivity) => {
  const found = CATALOGUE.filter((action) => action.eventName === eventName);
  expect(found.length).toBeGreaterThan(0);
  for (const action of found) expect(action).toMatchObject({ effect, sensitivity });
});

test("an action counts only with its source", () => {
  expect(actionOf({ eventSource: "codebuild.amazonaws.com", eventName: "CreateProject" })).toBeNull();
  expect(actionOf({ eventSource: "codestar.amazonaws.com", eventName: "constructor" })).toBeNull();
  expect(actionOf({ eventSource: "codestar.amazonaws.com", eventName: "CreateProject" })?.access).toBe("write");
  expect(actionOf({ eventSource: "events.amazonaws.com", eventName: "Subscribe" })).toBeNull();
});

describe.each(CATALOGUE.map((action) => [`${action.eventSource} ${action.eventName}`, action] as const))(
  "%s",
  (_, action) => {
    const paths = [...action.project, ...action.subject, ...action.resource];
    const request = membersOf("requestParameters", paths);
    const source = { eventSource: action.eventSource };

    test("done", () => {
      const response = membersOf("responseElements", paths);
      const event = derived(recordOf(action.eventName, request, { ...source, responseElements: response }));
      expect(event).toMatchObject({
        ...source,
        eventName: action.eventName,
        access: action.access,
        outcome: "success",
      });
      expect(event.project?.projectId).toBe(action.project.length > 0 ? "shop" : undefined);
      expect(event.subjectArn).toBe(action.subject[0] ? sample(action.subject[0]) : null);
      if (action.resource[0]) expect(event.resourceArn).toBe(sample(action.resource[0]));
      expect(event.summary).toMatch(/^ines [a-z]+ /);
      expect(event.summary).not.toMatch(/[{}[\]|?]|undefined|null|tried| a project/);
    });

    test("failed", () => {
      const failure = { ...source, errorCode: "AccessDeniedException", errorMessage: "no" };
      const event = derived(recordOf(action.eventName, request, failure));
      expect(event).toMatchObject({ access: action.access, outcome: "failure", errorCode: "AccessDeniedException" });
      if (action.project.length > 0) expect(event.project?.projectId).toBe("shop");
      expect(event.summary).toMatch(/^ines tried to [a-z]+ .*\(AccessDeniedException\)$/);
    });

    test.each([null, "text", [], { omitted: true, reason: "requestParameters too large", originalSize: 200_000 }])(
      "with the request %j",
      (requestParameters) => {
        const event = derived(recordOf(action.eventName, requestParameters, source));
        expect(event).toMatchObject({ project: null, subjectArn: null, resourceArn: null });
        expect(event.summary).not.toMatch(/[{}[\]|?]|undefined|null| {2}/);
      },
    );

    test("with masked values", () => {
      const masked = JSON.parse(JSON.stringify(request), (_, value: unknown) =>
        typeof value === "string" ? "HIDDEN_DUE_TO_SECURITY_REASONS" : value,
      ) as unknown;
      const event = derived(recordOf(action.eventName, masked, source));
      expect(event).toMatchObject({ project: null, subjectArn: null, resourceArn: null });
      expect(event.summary).not.toContain("HIDDEN");
    });
  },
);
