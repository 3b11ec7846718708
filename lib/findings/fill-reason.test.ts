import { expect, test } from "vitest";
import { fillReason } from "./fill-reason.ts";
import { findingKinds } from "./finding-kinds.ts";

test("numbers bring their nouns along, and what is missing takes its part with it", () => {
  const template = "{who} made {calls call|calls}[ on {project}][, by {how}].";
  expect(fillReason(template, { who: "ines", calls: 1, project: "shop", how: null })).toBe("ines made 1 call on shop.");
  expect(fillReason(template, { who: null, calls: 12_000 })).toBe("unknown made 12,000 calls.");
});

test("facts are no templates", () => {
  expect(fillReason("{who}!", { who: "[{who}] $& {calls call|calls}", calls: 2 })).toBe(
    "[{who}] $& {calls call|calls}!",
  );
});

test("every kind's reason is well formed", () => {
  for (const { reason } of findingKinds) expect(fillReason(reason, {})).not.toMatch(/[[\]{}|]/);
});
