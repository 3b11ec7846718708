import { request } from "node:http";
import { expect, test } from "./fixtures.ts";

/** A request as no browser and no fetch would send it. */
function ask(url: string, options: { method?: string; headers?: Record<string, string> }) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const sent = request(url, options, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

for (const path of ["/", "/events", "/api/events", "/api/health", "/_next/static/nothing.js", "/favicon.ico"]) {
  test(`another Host gets 403 from ${path}`, async ({ site }) => {
    const { status, body } = await ask(`${site.url}${path}`, { headers: { Host: "evil.example" } });
    expect(status).toBe(403);
    expect(body).not.toContain("html");
  });
}

test.describe("from elsewhere", () => {
  // No other test starts passes there.
  test.use({ siteName: "hostile" });

  test("a POST from another origin is refused and starts nothing", async ({ site, query }) => {
    const runs = async () => (await query("SELECT count(*) AS n FROM sync_run"))[0]?.n;
    const before = await runs();
    for (const Origin of ["https://evil.example", "null", "http://127.0.0.1:1"]) {
      expect((await ask(`${site.url}/api/sync`, { method: "POST", headers: { Origin } })).status).toBe(403);
    }
    expect(await runs()).toBe(before);
  });
});

test("pages carry a policy with a nonce that every script has, and no inline handler", async ({ page }) => {
  const response = await page.goto("/events");
  const headers = response?.headers() ?? {};
  const policy = headers["content-security-policy"] ?? "";
  const nonce = /script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1];
  expect(nonce).toBeDefined();
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-powered-by"]).toBeUndefined();
  const html = (await response?.text()) ?? "";
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
  const second = await page.request.get("/events");
  expect(second.headers()["content-security-policy"]).not.toBe(policy);
});
