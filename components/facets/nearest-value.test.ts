import { expect, test } from "vitest";
import { nearestValue } from "./nearest-value.ts";

const nearest = (text: string, names: string[]) => nearestValue(text, names, (name) => name);

test.each([
  ["shpo", "shop"],
  ["Shop", "shop"],
  ["shopp", "shop"],
  ["sho", "shop"],
  ["web-fornt", "web-front"],
  ["CreateProjekt", "CreateProject"],
])("%s is meant to be %s", (text, meant) => {
  expect(nearest(text, ["intranet", "shop", "web-front", "CreateProject", "ship-it"])).toBe(meant);
});

test("what is too far away is not suggested", () => {
  expect(nearest("zzzz", ["shop", "web-front"])).toBe(null);
  expect(nearest("x", ["shop"])).toBe(null);
  expect(nearest("shpo", [])).toBe(null);
});

test("the nearer one wins, whichever comes first", () => {
  expect(nearest("pipelines", ["pipelane", "pipeline"])).toBe("pipeline");
  expect(nearest("pipelines", ["pipeline", "pipelane"])).toBe("pipeline");
});
