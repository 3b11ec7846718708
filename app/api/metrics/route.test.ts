import { expect, it, vi } from "vitest";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));
// Nothing listens there.
vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:9/none");

it("is a 503 with a sentence while the database is away, never metrics without series", async () => {
  const { GET } = await import("./route.ts");
  const response = await GET(new Request("http://localhost:3000/api/metrics"));
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ error: expect.stringMatching(/^The database doesn't answer: .+\.$/) });
});
