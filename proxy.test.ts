import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { proxy } from "./proxy.ts";

type Asked = { path?: string; method?: string; headers?: Record<string, string> };

function answer({ path = "/", method = "GET", headers = {} }: Asked): Response {
  return proxy(
    new NextRequest(`http://localhost:3000${path}`, { method, headers: { host: "localhost:3000", ...headers } }),
  );
}

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgres://localhost/nothing");
  vi.stubEnv("ALLOWED_HOSTS", "astrolabe.example");
});

describe("proxy", () => {
  test.each(["/", "/events", "/events/", "/events/%ff", "/api/events", "/_next/static/chunks/x.js", "/icon.svg"])(
    "refuses %s under a host name it doesn't answer to, in plain text",
    async (path) => {
      const response = answer({ path, headers: { host: "rebound.example:3000" } });
      expect(response.status).toBe(403);
      expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(await response.text()).toContain("ALLOWED_HOSTS");
    },
  );

  test("answers to a further host name", () => {
    expect(answer({ headers: { host: "astrolabe.example" } }).status).toBe(200);
  });

  test("refuses changes from other origins and takes them from its own pages and from programs", () => {
    const post = (headers: Record<string, string>) => answer({ path: "/api/sync", method: "POST", headers }).status;
    expect(post({ origin: "https://evil.example" })).toBe(403);
    expect(post({ origin: "null" })).toBe(403);
    expect(post({ origin: "http://localhost:3000" })).toBe(200);
    expect(post({})).toBe(200);
  });

  test.each(["/", "/api/events", "/_next/static/chunks/x.js"])("puts the usual headers on %s", (path) => {
    const { headers } = answer({ path });
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  test.each(["/events/%ff", "/api/events/%ff", "/projects/a/b/%", "/%c3"])(
    "calls %s a bad request, with the usual headers",
    async (path) => {
      const response = answer({ path });
      expect(response.status).toBe(400);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("content-security-policy")).toContain("sandbox");
      expect(await response.text()).toContain("%");
    },
  );

  test.each([
    ["/events/", "/events"],
    ["/events/?q=a%2Fb/", "/events?q=a%2Fb/"],
    ["/api/sync/", "/api/sync"],
    ["/events/a%2F/", "/events/a%2F"],
  ])("redirects %s to %s", (path, to) => {
    const response = answer({ path });
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe(`http://localhost:3000${to}`);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("gives each page a nonce of its own, and tells it to the renderer", () => {
    const nonceOf = (response: Response) =>
      /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
    const [one, other] = [answer({}), answer({})];
    expect(nonceOf(one)).toMatch(/^[\w-]{20,}$/);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.headers.get("x-middleware-request-content-security-policy")).toBe(
      one.headers.get("content-security-policy"),
    );
  });

  test("doesn't take a nonce from the request", () => {
    const policy = "script-src 'nonce-chosen'";
    const { headers } = answer({ headers: { "content-security-policy": policy } });
    expect(headers.get("x-middleware-request-content-security-policy")).not.toContain("chosen");
  });

  test("an answer for machines runs nothing", () => {
    for (const path of ["/api", "/api/events"]) {
      expect(answer({ path }).headers.get("content-security-policy")).toMatch(/^default-src 'none';.*sandbox$/);
    }
  });
});
