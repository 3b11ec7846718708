import { expect, test } from "vitest";
import { axisTicks, bucketAt, seriesAt } from "./plot-scale.ts";

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [10, [0, 5, 10]],
  [391, [0, 100, 200, 300, 400]],
  [10_000, [0, 5000, 10_000]],
  [10_001, [0, 5000, 10_000, 15_000]],
])("up to %d the axis says %j", (most, ticks) => expect(axisTicks(most)).toEqual(ticks));

test("a place belongs to one bucket, those outside to the nearest", () => {
  expect([-0.1, 0, 0.24, 0.25, 0.99, 1, 2].map((share) => bucketAt(share, 4))).toEqual([0, 0, 0, 1, 3, 3, 3]);
});

test("a height belongs to a part of the bar, or to none above it", () => {
  const at = (height: number) => seriesAt([50, 0, 30], height, 1);
  expect([1, 49, 51, 79, 81].map(at)).toEqual([0, 0, 2, 2, null]);
});

test("a sliver can be met", () => {
  expect(seriesAt([10_000, 1], 100, 0.01)).toBe(1);
  expect(seriesAt([10_000, 1], 102, 0.01)).toBe(1);
  expect(seriesAt([10_000, 1], 97, 0.01)).toBe(0);
  expect(seriesAt([0, 1], 0, 0.01)).toBe(1);
});
