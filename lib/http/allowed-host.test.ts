import { describe, expect, test } from "vitest";
import { isAllowedHost } from "./allowed-host.ts";

describe("isAllowedHost", () => {
  test.each(["localhost", "localhost:3000", "LOCALHOST:3000", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:3000"])(
    "answers to the loopback name %s",
    (host) => expect(isAllowedHost(host, [])).toBe(true),
  );

  test.each([
    null,
    "",
    "evil.example",
    "evil.example:3000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "127.0.0.2",
    "localhost.",
    "localhost:3000:3000",
    "localhost:",
    "localhost/",
    "user@localhost",
    "evil.example#localhost",
    "::1",
    "[::1",
    "[::2]",
    "localhost evil.example",
  ])("refuses %j", (host) => expect(isAllowedHost(host, [])).toBe(false));

  test("answers to further names, at any port unless one is given", () => {
    const allowed = ["Astrolabe.example", "audit.example:8443"];
    expect(isAllowedHost("astrolabe.example", allowed)).toBe(true);
    expect(isAllowedHost("ASTROLABE.example:8080", allowed)).toBe(true);
    expect(isAllowedHost("audit.example:8443", allowed)).toBe(true);
    expect(isAllowedHost("audit.example", allowed)).toBe(false);
    expect(isAllowedHost("audit.example:8444", allowed)).toBe(false);
    expect(isAllowedHost("sub.astrolabe.example", allowed)).toBe(false);
  });
});
