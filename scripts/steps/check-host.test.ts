import { expect, test } from "vitest";
import { checkHost } from "./check-host.ts";

test("only loopback is listened on while nobody signs in, unless that is wanted", () => {
  for (const host of ["127.0.0.1", "127.8.9.1", "::1", "localhost"]) expect(() => checkHost(host, false)).not.toThrow();
  for (const host of ["0.0.0.0", "::", "192.168.1.5", "example.org", "127.0.0.1.example.org", "::ffff:10.0.0.1"]) {
    expect(() => checkHost(host, false)).toThrow(/leave HOST unset, or set ALLOW_NO_SIGN_IN=1/);
    expect(() => checkHost(host, true)).not.toThrow();
  }
});
