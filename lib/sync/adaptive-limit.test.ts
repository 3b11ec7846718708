import { expect, it } from "vitest";
import { AdaptiveLimit } from "./adaptive-limit.ts";

const newLimit = () => new AdaptiveLimit({ start: 24, least: 1, most: 26, run: 10, pauseMs: 1_000 });
const succeed = (limit: AdaptiveLimit, times: number) => {
  for (let time = 0; time < times; time++) limit.succeed();
};

it("halves when it is asked to, once for what was on its way together, and never to nothing", () => {
  const limit = newLimit();
  limit.slowDown(5_000);
  for (let moment = 5_001; moment < 5_900; moment += 100) limit.slowDown(moment);
  expect(limit.current).toBe(12);
  limit.slowDown(6_000);
  expect(limit.current).toBe(6);
  for (let moment = 7_000; moment < 20_000; moment += 1_000) limit.slowDown(moment);
  expect(limit.current).toBe(1);
});

it("grows by one after a run of successes, up to its most", () => {
  const limit = newLimit();
  succeed(limit, 23);
  expect(limit.current).toBe(24);
  succeed(limit, 1);
  expect(limit.current).toBe(25);
  succeed(limit, 1_000);
  expect(limit.current).toBe(26);
});

it("counts successes anew after a request to slow down", () => {
  const limit = newLimit();
  succeed(limit, 23);
  limit.slowDown(0);
  succeed(limit, 11);
  expect(limit.current).toBe(12);
  limit.slowDown(10);
  succeed(limit, 11);
  expect(limit.current).toBe(12);
  succeed(limit, 1);
  expect(limit.current).toBe(13);
});

it("finds its way back from the bottom", () => {
  const limit = newLimit();
  for (let moment = 0; moment < 10_000; moment += 1_000) limit.slowDown(moment);
  expect(limit.current).toBe(1);
  succeed(limit, 10 * 10 + 200);
  expect(limit.current).toBeGreaterThan(15);
});
