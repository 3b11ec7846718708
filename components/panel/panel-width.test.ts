import { expect, it } from "vitest";
import { boundWidth, widthByKey } from "./panel-width.ts";

it.each([
  [100, 1440, 320],
  [500.4, 1440, 500],
  [5000, 1440, 1120],
  [5000, 3000, 1200],
  [500, 400, 320],
])("%d px where there are %d are %d", (width, room, bound) => {
  expect(boundWidth(width, room)).toBe(bound);
});

it.each([
  ["ArrowLeft", false, 496],
  ["ArrowRight", false, 464],
  ["ArrowLeft", true, 544],
  ["Home", false, 320],
  ["End", false, 1120],
  ["x", false, null],
])("%s (large: %j) makes it %j", (key, isLarge, width) => {
  expect(widthByKey(key, isLarge, 480, 1440)).toBe(width);
});
