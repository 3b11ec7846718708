import { describe, expect, it } from "vitest";
import { databaseError } from "./database-error.ts";

const prismaError = (cause: object) =>
  Object.assign(new Error("Raw query failed"), { code: "P2010", meta: { driverAdapterError: { cause } } });
const nameOf = (error: unknown) => {
  const known = databaseError(error);
  return known instanceof Error ? known.name : known;
};

describe("databaseError", () => {
  it.each([
    [prismaError({ originalCode: "57014", kind: "postgres" }), "QueryTimeoutError"],
    [Object.assign(new Error("canceling statement"), { code: "57014" }), "QueryTimeoutError"],
    [prismaError({ kind: "DatabaseNotReachable" }), "DatabaseUnavailableError"],
    [prismaError({ originalCode: "28P01", kind: "AuthenticationFailed" }), "DatabaseUnavailableError"],
    [prismaError({ originalCode: "57P01", kind: "postgres" }), "DatabaseUnavailableError"],
    [
      Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" }),
      "DatabaseUnavailableError",
    ],
    [new Error("timeout exceeded when trying to connect"), "DatabaseUnavailableError"],
    [new Error("Connection terminated unexpectedly"), "DatabaseUnavailableError"],
    [prismaError({ originalCode: "42703", kind: "postgres" }), "Error"],
    [new TypeError("bug"), "TypeError"],
  ])("takes %o for a %s", (error, name) => {
    expect(nameOf(error)).toBe(name);
  });

  it("leaves alone what is no error", () => {
    expect(databaseError("text")).toBe("text");
    expect(databaseError(null)).toBeNull();
  });

  it("is a sentence without the password", () => {
    const error = databaseError(prismaError({ kind: "DatabaseNotReachable", host: "127.0.0.1", port: 1 }));
    expect(String(error)).toBe(
      "DatabaseUnavailableError: The database doesn't answer: nothing listens at 127.0.0.1:1.",
    );
  });
});
