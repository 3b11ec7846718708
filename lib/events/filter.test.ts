import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENT_FIELDS } from "./fields.ts";
import { eventFilterParams, FILTER_NAMES, filterTimeRange, parseEventFilter } from "./filter.ts";
import { anyFilter } from "./testing/any-filter.ts";

const parse = (search: string, own?: string[]) => parseEventFilter(new URLSearchParams(search), own);

describe("parseEventFilter", () => {
  it("reads back every filter that eventFilterParams writes", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const search = eventFilterParams(filter).toString();
        expect(parse(search)).toEqual({ filter, problems: [] });
      }),
    );
  });

  it("reads the names of the contract and no other", () => {
    expect(new Set<string>(FILTER_NAMES)).toEqual(
      new Set(
        "from to related project principal subject action source account region access outcome error ip key resource agent mfa network client q".split(
          " ",
        ),
      ),
    );
  });

  it("takes repeated names together, a leading ! as exclusion and says nothing of names that the caller reads", () => {
    const { filter, problems } = parse("action=Create*&action=!CreateProject&action=Create*&access=write&limit=5", [
      "limit",
    ]);
    expect(problems).toEqual([]);
    expect(filter).toEqual({
      terms: {
        action: [
          { pattern: "Create*", isExcluded: false },
          { pattern: "CreateProject", isExcluded: true },
        ],
        access: [{ pattern: "write", isExcluded: false }],
      },
    });
  });

  it("names what it doesn't understand and leaves it out", () => {
    const { filter, problems } = parse(
      "from=soon&colour=red&access=delete&project=&project=!&q=%22%22&q=*&q=x&from=-1d&from=-2d&related=yes&__proto__=1",
    );
    expect(filter).toEqual({ from: "-1d", terms: { q: [{ pattern: "x", isExcluded: false }] } });
    expect(problems.map(({ name, value: given, message }) => `${name}=${given}: ${message}`)).toEqual([
      "from=soon: from must be an ISO 8601 time such as 2024-07-31T12:00:00Z, or relative such as -7d (s, m, h, d, w, M, y)",
      "colour=red: there is no filter named colour",
      "access=delete: access must be read or write",
      "project=: project is empty",
      "project=!: project is empty",
      'q="": q is empty',
      "q=*: q is empty",
      "from=-2d: from is given twice",
      "related=yes: related must be include or only",
      "__proto__=1: there is no filter named __proto__",
    ]);
  });

  it.each(["   ", "\t", "\u2028", "!\u00a0"])(
    "takes white space (%j) for the value that it is, but for no word",
    (given) => {
      const isExcluded = given.startsWith("!");
      const pattern = isExcluded ? given.slice(1) : given;
      expect(parse(new URLSearchParams({ ip: given }).toString())).toEqual({
        filter: { terms: { ip: [{ pattern, isExcluded }] } },
        problems: [],
      });
      expect(parse(new URLSearchParams({ q: given }).toString()).problems).toMatchObject([{ message: "q is empty" }]);
    },
  );

  it("writes nothing for no filter", () => {
    expect(eventFilterParams({ terms: { action: [] } }).toString()).toBe("");
  });

  it("resolves relative bounds against the given now", () => {
    const now = new Date("2024-03-31T12:00:00Z");
    expect(filterTimeRange(parse("from=-1M&to=2024-03-30").filter, now)).toEqual({
      from: new Date("2024-02-29T12:00:00Z"),
      to: new Date("2024-03-30T00:00:00Z"),
    });
  });
});

describe("EVENT_FIELDS", () => {
  it("stands in the order of the CSV's contract", () => {
    expect(EVENT_FIELDS.map((field) => field.name).join(", ")).toBe(
      "event_time, event_id, event_source, event_name, access, outcome, error_code, error_message, principal_type, principal_name, principal_arn, issuer_arn, invoked_by, project_id, project_account, project_region, subject_arn, resource_arn, account_id, region, source_ip, user_agent, access_key_id, mfa, request_id, event_version, log_file, summary",
    );
  });

  it("has keys that are the names in camelCase, and facets only where there is a filter", () => {
    for (const field of EVENT_FIELDS) {
      expect(field.key).toBe(field.name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
      if ("isFacet" in field) expect(field).toHaveProperty("filter");
      expect(field.column).toMatch(/^(event|action|project|log_file)\.[a-z_]+$/);
    }
  });
});
