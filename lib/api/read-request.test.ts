import { describe, expect, it } from "vitest";
import { RequestError } from "#lib/events/request-error.ts";
import { paramTypes } from "./param-types.ts";
import { readOwnParams, readRequest } from "./read-request.ts";

const OWN = {
  limit: paramTypes.wholeNumber(1, 1000),
  order: paramTypes.oneOf(["asc", "desc"]),
  asOf: paramTypes.commit,
  cursor: paramTypes.text,
};
const request = (search: string) => new Request(`http://localhost/api/events?${search}`);
const problems = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    if (error instanceof RequestError) return error.problems.map(({ name, message }) => [name, message]);
  }
  return null;
};

describe("readRequest", () => {
  it("takes the filter and the route's own names apart", () => {
    expect(readRequest(request("limit=5&order=asc&asOf=0&project=web&cursor="), OWN)).toEqual({
      filter: { terms: { project: [{ pattern: "web", isExcluded: false }] } },
      own: { limit: 5, order: "asc", asOf: 0, cursor: "" },
    });
    expect(readRequest(request(""), OWN).own).toEqual({});
  });

  it("names everything that is wrong at once", () => {
    expect(
      problems(() => readRequest(request("limit=0&order=up&asOf=-1&colour=red&access=delete&cursor=a&cursor=b"), OWN)),
    ).toEqual([
      ["colour", "there is no filter named colour"],
      ["access", "access must be read or write"],
      ["limit", "limit must be a whole number from 1 to 1000"],
      ["order", "order must be asc or desc"],
      ["asOf", "asOf must be a whole number from 0 to 9007199254740991"],
      ["cursor", "cursor is given twice"],
    ]);
  });

  it.each(["", "1e3", "0x10", " 5", "5.0", "1001", "99999999999999999", "५"])("takes %j for no limit", (limit) => {
    expect(problems(() => readRequest(request(new URLSearchParams({ limit }).toString()), OWN))).toHaveLength(1);
  });

  it("wants a field where one is needed", () => {
    const own = { field: paramTypes.facetField };
    expect(readRequest(request("field=project"), own).own).toEqual({ field: "project" });
    expect(problems(() => readRequest(request(""), own))?.[0]?.[1]).toMatch(/^field must be one of source, action, /);
    expect(problems(() => readRequest(request("field=event_id; DROP TABLE event"), own))).toHaveLength(1);
  });
});

describe("readOwnParams", () => {
  it("takes an instant as the filter does", () => {
    const own = { at: paramTypes.instant };
    expect(readOwnParams(request("at=2024-03-01"), own).at).toEqual(new Date("2024-03-01T00:00:00Z"));
    expect(readOwnParams(request("at=2024-03-01T02:00+02:00"), own).at).toEqual(new Date("2024-03-01T00:00:00Z"));
    expect(readOwnParams(request(""), own)).toEqual({});
    for (const wrong of ["", "soon", "2024-02-30"]) {
      expect(problems(() => readOwnParams(request(`at=${wrong}`), own))?.[0]?.[1]).toMatch(
        /^at must be an ISO 8601 time/,
      );
    }
  });

  it("knows no filter", () => {
    expect(readOwnParams(request("limit=7"), OWN)).toEqual({ limit: 7 });
    expect(problems(() => readOwnParams(request("project=web&constructor=1"), OWN))).toEqual([
      ["project", "there is no parameter named project"],
      ["constructor", "there is no parameter named constructor"],
    ]);
  });
});
