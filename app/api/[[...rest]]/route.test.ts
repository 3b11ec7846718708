import { expect, test } from "vitest";
import { GET, POST } from "./route.ts";

test.each([GET, POST])("a route that isn't there is a 404 that programs understand", async (answer) => {
  const response = answer();
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ error: expect.stringContaining("no such route") });
});
