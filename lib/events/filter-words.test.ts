import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventFilterParams, parseEventFilter } from "./filter.ts";
import { filterWords } from "./filter-words.ts";
import { parseQueryText } from "./query-text.ts";
import { anyFilter } from "./testing/any-filter.ts";

const words = (text: string) => filterWords(parseQueryText(text).filter);

describe("filterWords", () => {
  it.each([
    ["", "All events"],
    [
      'project:shop action:AssociateTeamMember,UpdateTeamMember !principal:*deploy* outcome:failure from:-30d "remote access"',
      "Failures of AssociateTeamMember or UpdateTeamMember in shop, by anyone whose name is not like *deploy*, in the last 30 days, whose record has “remote access”",
    ],
    ["access:write outcome:failure", "Failed writes"],
    ["!access:write !outcome:failure", "Successful reads"],
    ["access:read,write", "All events"],
    ["outcome:success !outcome:success", "Events whose outcome contradicts itself"],
    ["action:Create* !action:CreateProject", "Events of Create* but not of CreateProject"],
    ["!action:a,b project:shop,cart*", "Events not of a or b in projects like shop or cart*"],
    ["!project:* principal:*", "Events in no project, by anyone with a name"],
    ["project:*,shop !ip:*,1", "Events in any project, from no address"],
    ["!principal:alice", "Events by anyone but alice"],
    ["error:* ip:10.*,192.168.0.1", "Events with any error, from any address like 10.* or 192.168.0.1"],
    ["!error:AccessDenied", "Events not with error AccessDenied"],
    ["mfa:true", "Events with MFA"],
    ["!mfa:true", "Events not with MFA"],
    ["mfa:true,false !mfa:*", "Events with MFA or without MFA or whose session doesn't say whether MFA was used"],
    ["!project:* project:shop !project:cart*", "Events in shop or in no project, not in projects like cart*"],
    ["error:* !error:*", "Events with any error or with no error"],
    ["from:-1M", "Events in the last month"],
    ["from:-2w to:-1d", "Events from 2 weeks ago until 1 day ago"],
    ["from:2024-07-31", "Events since 2024-07-31"],
    ["to:2024-07-31T12:00Z", "Events before 2024-07-31T12:00Z"],
    ["remote access", "Events whose record has both “remote” and “access”"],
    ['q:a,"b c" !d !e', "Events whose record has “a” or “b c”, whose record doesn't have “d” or “e”"],
    ["a*b c d", "Events whose record has “a*b”, “c” and “d”"],
    ['agent:"a, b"', "Events with user agent “a, b”"],
    ["ip:1,2,3,4,5,6,7,8", "Events from address 1, 2, 3, 4, 5 or one of 3 more"],
    ["outcome:failure related:only", "Failures of other services alone"],
    ["project:shop related:include", "Events in shop, with what other services did included"],
  ])("says %s", (text, sentence) => {
    expect(parseQueryText(text).problems).toEqual([]);
    expect(words(text)).toBe(sentence);
  });

  it("shows bounds as it is told to", () => {
    expect(filterWords({ from: "2024-07-31", terms: {} }, (bound) => `<${bound}>`)).toBe("Events since <2024-07-31>");
  });

  it("never says of a filter that it is all events", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const isSaid = filterWords(filter) !== "All events";
        const names = new Set(eventFilterParams(filter).keys());
        // Both values of two are all events.
        names.delete("access");
        names.delete("outcome");
        expect(isSaid || names.size === 0).toBe(true);
      }),
    );
  });

  it("says hostile values as they are", () => {
    const { filter } = parseEventFilter(new URLSearchParams({ agent: "a\u202Eb" }));
    expect(filterWords(filter)).toBe("Events with user agent a\u202Eb");
  });
});
