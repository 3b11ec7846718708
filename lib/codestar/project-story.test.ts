import { describe, expect, it } from "vitest";
import { projectStory, type ProjectEvent } from "./project-story.ts";

let made = 0;
function call(eventName: ProjectEvent["eventName"], request: unknown, rest: Partial<ProjectEvent> = {}): ProjectEvent {
  made++;
  return {
    eventId: `event ${made}`,
    eventTime: `2024-03-${String(made).padStart(2, "0")}T10:00:00Z`,
    eventName,
    outcome: rest.errorCode ? "failure" : "success",
    errorCode: null,
    principalName: "ines",
    principalRef: 1,
    summary: "ines did something",
    record: JSON.stringify({ eventName, requestParameters: request, responseElements: null }),
    ...rest,
  };
}
const said = (sets: { said: unknown }[] | undefined) => sets?.map((set) => set.said);

describe("projectStory", () => {
  it("tells names, descriptions, template, stack and tags over time", () => {
    const events = [
      call("CreateProject", {
        id: "shop",
        name: "Shop",
        description: "HIDDEN_DUE_TO_SECURITY_REASONS",
        stackId: "arn:aws:cloudformation:eu-west-1:111122223333:stack/awscodestar-shop/1",
        projectTemplateId: "arn:aws:codestar:eu-west-1::project-template/nodejs-web-lambda",
        tags: { team: "web" },
      }),
      call("TagProject", { id: "shop", tags: { team: "platform", secret: "***" } }),
      call("UpdateProject", { id: "shop", description: "Sells\u202e things" }),
      call("UntagProject", { id: "shop", tags: ["team"] }),
      call("DeleteProject", { id: "shop" }),
    ];
    const story = projectStory(events.toReversed());
    expect(story.calls.map(({ eventName }) => eventName)).toEqual(events.map(({ eventName }) => eventName));
    expect(story.calls[0]).not.toHaveProperty("record");
    expect(said(story.facts.name)).toEqual([{ text: "Shop" }]);
    expect(said(story.facts.description)).toEqual(["hidden", { text: "Sells\uFFFD things" }]);
    expect(said(story.facts.template)).toEqual([
      { text: "arn:aws:codestar:eu-west-1::project-template/nodejs-web-lambda" },
    ]);
    expect(said(story.facts.stack)).toHaveLength(1);
    expect(story.tags.map(({ key, sets }) => [key, said(sets)])).toEqual([
      ["team", [{ text: "web" }, { text: "platform" }, null]],
      ["secret", ["hidden"]],
    ]);
  });

  it("takes a value that is said again for no change, and a project made again for a new one", () => {
    const events = [
      call("CreateProject", { id: "shop", name: "Shop", description: "Old", tags: { team: "web" } }),
      call("TagProject", { id: "shop", tags: { team: "web", cost: "***" } }),
      call("TagProject", { id: "shop", tags: { cost: "***" } }),
      call("DeleteProject", { id: "shop" }),
      call("CreateProject", { id: "shop", name: "Shop" }),
    ];
    const story = projectStory(events);
    expect(story.facts.name).toHaveLength(1);
    expect(said(story.facts.description)).toEqual([{ text: "Old" }, null]);
    expect(said(story.tags[0]?.sets)).toEqual([{ text: "web" }, null]);
    expect(said(story.tags[1]?.sets)).toEqual(["hidden", "hidden", null]);
  });

  it("learns nothing from calls that failed, and keeps them apart", () => {
    const failed = call("UpdateProject", { id: "shop", name: "Mine" }, { errorCode: "AccessDenied" });
    expect(projectStory([failed])).toMatchObject({
      calls: [],
      facts: { name: [] },
      failures: [{ eventId: failed.eventId }],
    });
  });

  it.each([
    ["HIDDEN_DUE_TO_SECURITY_REASONS", true],
    [{ tags: "HIDDEN_DUE_TO_SECURITY_REASONS", name: 7, description: { text: "x" }, toolchain: [] }, true],
    [null, false],
    [["a"], false],
    [{ tags: [{ key: "a" }, null, 1, "b"], id: "__proto__" }, false],
  ])("takes %j as it comes", (request, isHidden) => {
    const story = projectStory([call("TagProject", request), call("UntagProject", request)]);
    expect(story.facts).toEqual({ name: [], description: [], template: [], stack: [] });
    expect(story.hasHiddenTags).toBe(isHidden && typeof request === "object");
  });

  it("takes a record that isn't an object for one that says nothing", () => {
    expect(
      projectStory([call("CreateProject", {}, { record: "[" }), call("CreateProject", {}, { record: "7" })]).calls,
    ).toHaveLength(2);
  });
});
