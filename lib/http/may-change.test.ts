import { describe, expect, test } from "vitest";
import { mayChange } from "./may-change.ts";

const post = (origin: string | null, host: string | null = "localhost:3000") =>
  mayChange({ method: "POST", origin, host });

describe("mayChange", () => {
  test.each(["GET", "HEAD", "OPTIONS"])("lets %s through from anywhere", (method) => {
    expect(mayChange({ method, origin: "https://evil.example", host: "localhost:3000" })).toBe(true);
  });

  test("lets a program without Origin and a page of this host through", () => {
    expect(post(null)).toBe(true);
    expect(post("http://localhost:3000")).toBe(true);
    expect(post("https://astrolabe.example", "astrolabe.example")).toBe(true);
    expect(post("https://astrolabe.example", "ASTROLABE.example:443")).toBe(true);
  });

  test.each([
    "null",
    "",
    "https://evil.example",
    "http://localhost:3001",
    "http://127.0.0.1:3000",
    "http://localhost",
    "file://",
    "localhost:3000",
  ])("refuses Origin %j", (origin) => expect(post(origin)).toBe(false));

  test.each(["PUT", "PATCH", "DELETE", "post", "PURGE"])("holds for %s too", (method) => {
    expect(mayChange({ method, origin: "https://evil.example", host: "localhost:3000" })).toBe(false);
  });

  test("refuses a browser's request without Host", () => {
    expect(post("http://localhost:3000", null)).toBe(false);
    expect(post("http://localhost:99999", "localhost:99999")).toBe(false);
  });
});
