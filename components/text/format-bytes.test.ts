import { expect, test } from "vitest";
import { formatBytes } from "./format-bytes.ts";

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1.0 kB"],
  [999_960, "1.0 MB"],
  [42_633_206, "42.6 MB"],
  [2_500_000_000_000_000, "2500.0 TB"],
])("%d is %s", (size, text) => expect(formatBytes(size)).toBe(text));
