import { expect, it } from "vitest";
import { Refusals } from "./refusals.ts";

const key = (account: string, file: number) => `p/AWSLogs/o-ab12/${account}/CloudTrail/us-east-1/2024/05/01/${file}.gz`;
const A = "111122223333";
const B = "444455556666";

/** Asks for files one after the other; how many were asked for. */
function pass(refusals: Refusals, account: string, from: number, to: number, isClosed = true): number {
  let asked = 0;
  for (let file = from; file < to; file++) {
    if (refusals.passOver(key(account, file)) !== null) continue;
    asked++;
    if (isClosed) refusals.refuse(key(account, file), "Grant it.");
    else refusals.read(key(account, file));
  }
  return asked;
}

it("asks for few of an account's many files once they are refused in a row, and for all of another's", () => {
  const refusals = new Refusals();
  expect(pass(refusals, A, 0, 20)).toBe(20);
  expect(pass(refusals, A, 20, 100_000)).toBeLessThan(2_500);
  expect(pass(refusals, B, 0, 30, false)).toBe(30);
  expect(refusals.passOver(key(B, 31))).toBeNull();
  expect(refusals.sign).toEqual({ kind: "open" });
});

it("says which folder is passed over, and why", () => {
  const refusals = new Refusals(() => 0.999);
  pass(refusals, A, 0, 25);
  expect(refusals.passOver(key(A, 30))).toBe(
    `Not asked for in this pass, after 20 refusals in a row in p/AWSLogs/o-ab12/${A}/: Grant it.`,
  );
});

it("asks for all again once one may be read", () => {
  const refusals = new Refusals();
  pass(refusals, A, 0, 50);
  refusals.read(key(A, 50));
  expect(pass(refusals, A, 51, 71, false)).toBe(20);
});

it("comes to every readable file behind a closed stretch within a few passes", () => {
  let waiting = Array.from({ length: 300 }, (_, file) => file);
  let passes = 0;
  for (; waiting.some((file) => file >= 40) && passes < 30; passes++) {
    const refusals = new Refusals();
    waiting = waiting.filter((file) => {
      if (refusals.passOver(key(A, file)) !== null) return true;
      if (file >= 40) refusals.read(key(A, file));
      else refusals.refuse(key(A, file), "No.");
      return file < 40;
    });
  }
  expect(passes).toBeLessThan(30);
});

it("speaks for the trail when many were refused and none could be read", () => {
  const refusals = new Refusals();
  expect(refusals.sign).toEqual({ kind: "nothing" });
  pass(refusals, A, 0, 19);
  expect(refusals.sign).toEqual({ kind: "refused", reason: "Grant it.", isOfAll: false });
  pass(refusals, B, 0, 1);
  expect(refusals.sign).toEqual({ kind: "refused", reason: "Grant it.", isOfAll: true });
});
