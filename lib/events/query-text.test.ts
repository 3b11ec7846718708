import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { eventFilterParams, FILTER_NAMES, parseEventFilter } from "./filter.ts";
import { parseQueryText, QUERY_ORDER, queryText } from "./query-text.ts";
import { anyFilter } from "./testing/any-filter.ts";

const filterOf = (search: string) => parseEventFilter(new URLSearchParams(search)).filter;
const EXAMPLE =
  'project:shop action:AssociateTeamMember,UpdateTeamMember !principal:*deploy* outcome:failure from:-30d "remote access"';

describe("queryText", () => {
  it("says every filter so that it is read again", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const text = queryText(filter);
        expect(parseQueryText(text)).toMatchObject({ filter, problems: [] });
        expect(parseQueryText(text).filter).toEqual(filter);
        // A line of text that hides nothing: it is edited in a line and read by people.
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\s/u);
      }),
      { numRuns: 500 },
    );
  });

  it("has a place for every filter", () => {
    expect(QUERY_ORDER.toSorted()).toEqual(FILTER_NAMES.toSorted());
  });

  it.each([
    ["", ""],
    ["project=shop&project=cart", "project:shop,cart"],
    ["project=!*", "!project:*"],
    ["ip=1&ip=!2&ip=3", "ip:1 !ip:2 ip:3"],
    ["principal=arn:aws:iam::1:role/a b", 'principal:"arn:aws:iam::1:role/a b"'],
    ["principal=arn:aws:iam::1:role/a", "principal:arn:aws:iam::1:role/a"],
    ['agent=a,"b"', String.raw`agent:"a,\"b\""`],
    ["agent=%5C!x&agent=!!x", String.raw`agent:\!x !agent:"!x"`],
    ["agent=a%0Ab%E2%80%AE", String.raw`agent:"a\u{a}b\u{202e}"`],
    ["agent=DOMAIN%5Cuser&agent=a b%5C", String.raw`agent:DOMAIN\user,"a b\u{5c}"`],
    ["q=remote access", "remote access"],
    ['q=alice "remote access"', 'alice "remote access"'],
    ["q=!a b&q=!c&q=d", "!q:(a b) !c d"],
    ['q=a&q=b c&q="d e"', 'q:a,(b c),"d e"'],
    ["q=arn:aws:iam", "q:arn:aws:iam"],
    [
      "from=2024-07-31T12:00Z&to=2024-08-01 12:00&related=only",
      'from:2024-07-31T12:00Z to:"2024-08-01 12:00" related:only',
    ],
  ])("writes %s as %s", (search, text) => {
    expect(queryText(filterOf(search))).toBe(text);
    expect(parseQueryText(text)).toMatchObject({ filter: filterOf(search), problems: [] });
  });
});

describe("parseQueryText", () => {
  it("reads the whole filter", () => {
    expect(parseQueryText(EXAMPLE)).toMatchObject({
      filter: filterOf(
        'from=-30d&project=shop&action=AssociateTeamMember&action=UpdateTeamMember&principal=!*deploy*&outcome=failure&q="remote access"',
      ),
      problems: [],
    });
    expect(queryText(parseQueryText(EXAMPLE).filter)).toBe(EXAMPLE);
  });

  it.each([
    ["principal:!alice", "principal=!alice"],
    ["action:a,!b  action:c", "action=a&action=!b&action=c"],
    ['ip:"!x"', "ip=%5C!x"],
    ["alice project:shop bob", "project=shop&q=alice bob"],
    ["10.0.0.1:443", "q=10.0.0.1:443"],
    [' a"b c"d ', 'q=a "b c" d'],
    ['!"b c" !d', 'q=!"b c"&q=!d'],
    [String.raw`agent:\u{41}`, "agent=A"],
    [String.raw`agent:\u{110000}`, String.raw`agent=\u{110000}`],
  ])("reads %s", (text, search) => {
    expect(parseQueryText(text)).toMatchObject({ filter: filterOf(search), problems: [] });
  });

  it.each([
    ["prject:shop x", "prject", "there is no filter named prject; did you mean project?"],
    ["eventName:a", "eventName", "there is no filter named eventName; did you mean action?"],
    ["arn:aws:iam::1:user/x", "arn", "there is no filter named arn; to look for it in the records, put it in quotes"],
    ["ip:1 outcome:success,failur", "failur", "outcome must be success or failure; did you mean failure?"],
    ["project: ip:1", "project:", "a value of project is missing here"],
    ["action:a,,b", ",", "a value of action is missing here"],
    ["action:a, b", ",", "a value of action is missing here"],
    ["ip:1 project:!", "!", "a value of project is missing here behind the !"],
    ["!ip:1,!2", "!2", "this is excluded twice; write !ip:value or ip:!value"],
    ["from:soon", "soon", /^from must be an ISO 8601 time/],
    ["from:-1d x from:-2d", "-2d", "from is given twice"],
    ["from:-1d,-2d", "from:-1d,-2d", "from takes one value, without a comma"],
    ["!to:-1d", "!to:-1d", "to can't be excluded; leave the ! out"],
    ["related:yes", "yes", "related must be include or only"],
    ['ip:1 agent:"a b', '"a b', 'this quote has no end; close it with a "'],
    ['ip:1 "a b', '"a b', 'this quote has no end; close it with a "'],
    ["q:(a b", "(a b", "this bracket has no end; close it with a )"],
    ['agent:a"b"', 'a"b"', /as a whole/],
    ["ip:1 ! x", "!", /nothing stands behind the !/],
    ["ip:1 *", "*", /no word to look for/],
    ["q:a b", "b", /one way/],
  ])("names what is wrong in %s, and where", (text, place, message) => {
    const { problems } = parseQueryText(text);
    expect(problems).toHaveLength(1);
    const [{ start, end, message: said } = { start: 0, end: 0, message: "" }] = problems;
    expect(text.slice(start, end)).toBe(place);
    expect(said).toMatch(message);
  });

  it("leaves out what is wrong and keeps the rest", () => {
    expect(parseQueryText("prject:shop outcome:failed,success from:soon x").filter).toEqual(
      filterOf("outcome=success&q=x"),
    );
  });

  test("takes any text without failing, and its places lie in it", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...'!:,"()\\ aq*', "ip:", "q:") })),
        (text) => {
          const { filter, problems } = parseQueryText(text);
          for (const { start, end } of problems) {
            expect(0 <= start && start < end && end <= text.length).toBe(true);
          }
          // And whatever it was taken for can be said, in a text and in an address alike.
          expect(parseQueryText(queryText(filter)).filter).toEqual(filter);
          const params = eventFilterParams(filter).toString();
          if (text.isWellFormed() && queryText(filter).isWellFormed() && !/\\u\{d/i.test(text))
            expect(filterOf(params)).toEqual(filter);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
