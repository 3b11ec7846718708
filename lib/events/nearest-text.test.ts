import { expect, test } from "vitest";
import { nearestText } from "./nearest-text.ts";

test.each([
  ["shpo", "shop"],
  ["Shop", "shop"],
  ["shopp", "shop"],
  ["sho", "shop"],
  ["web-fornt", "web-front"],
  ["Create", "CreateProject"],
  ["CreateProjekt", "CreateProject"],
])("%s is meant to be %s", (text, meant) => {
  expect(nearestText(text, ["intranet", "shop", "web-front", "CreateProject", "ship-it"])).toBe(meant);
});

test("what is too far away is not suggested", () => {
  expect(nearestText("zzzz", ["shop", "web-front"])).toBe(null);
  expect(nearestText("x", ["shop"])).toBe(null);
  expect(nearestText("shpo", [])).toBe(null);
});

test("the nearer one wins, whichever comes first", () => {
  expect(nearestText("pipelines", ["pipelane", "pipeline"])).toBe("pipeline");
  expect(nearestText("pipelines", ["pipeline", "pipelane"])).toBe("pipeline");
});
