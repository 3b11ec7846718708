import { expect, test } from "vitest";
import { API_POLICY, pagePolicy } from "./security-headers.ts";

test("a page runs no script without the nonce, and none that is made from text", () => {
  const policy = pagePolicy("abc");
  const script = policy.split("; ").find((directive) => directive.startsWith("script-src"));
  expect(script).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe-inline");
});

test.each([pagePolicy("abc"), API_POLICY])("%s denies by default, framing included", (policy) => {
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
});
