import { expect, test } from "vitest";
import { commitStep } from "./commit-step.ts";

const reader = { answered: 8, held: 7, fixed: null, isAsked: false, isAtNewest: false };

test("a page of another commit than the rows takes the rows along only where nobody reads them", () => {
  expect(commitStep(reader)).toBe("pin");
  expect(commitStep({ ...reader, isAtNewest: true })).toBe("adopt");
  expect(commitStep({ ...reader, isAsked: true })).toBe("adopt");
});

test("the commit in the address is the rows’, too, an older one as well", () => {
  expect(commitStep({ ...reader, answered: 5, fixed: 5 })).toBe("adopt");
});

test("nothing is asked for twice, and one commit is left alone", () => {
  expect(commitStep({ ...reader, fixed: 7 })).toBe("none");
  expect(commitStep({ ...reader, answered: 7 })).toBe("none");
});
