import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { literalPattern } from "./filter-term.ts";
import { completionAt, type Edited, withName, withPhrase, withValue } from "./query-completion.ts";
import { parseQueryText } from "./query-text.ts";

/** A text with `|` where the caret is. */
const at = (marked: string) => completionAt(marked.replace("|", ""), marked.indexOf("|"));
const marked = ({ text, caret }: Edited) => `${text.slice(0, caret)}|${text.slice(caret)}`;

describe("completionAt", () => {
  it.each([
    ["|", "name", "", ""],
    ["ip:1 |", "name", "", ""],
    ["pro|", "name", "pro", "pro"],
    ["!pro|j x", "name", "pro", "proj"],
    ["|project:x", "name", "", ""],
    ["pro|ject:x", "name", "pro", "project:"],
    ["project:|", "value", "", ""],
    ["project:sh|op ip:1", "value", "sh", "shop"],
    ["project:shop,|", "value", "", ""],
    ["project:a,ca|r,b", "value", "ca", "car"],
    ["project:!sh|", "value", "sh", "sh"],
    ["principal:arn:aws:|", "value", "arn:aws:", "arn:aws:"],
    ['agent:"a b|', "value", "a b", '"a b'],
    ['agent:"a b|" x', "value", "a b", '"a b"'],
    [String.raw`agent:"a\"b|"`, "value", 'a"b', String.raw`"a\"b"`],
    ["colour:re|", "word", "", ""],
    ["1.2|", "word", "1.2", "1.2"],
    ['"remote ac|', "word", "remote ac", '"remote ac'],
  ])("says what is typed in %s", (text, kind, typed, place) => {
    const completion = at(text);
    expect(completion).toMatchObject({ kind, typed });
    expect(text.replace("|", "").slice(completion.start, completion.end)).toBe(place);
  });

  it("knows what is excluded", () => {
    expect(at("!project:a|")).toMatchObject({ name: "project", isExcluded: true });
    expect(at("project:!a|")).toMatchObject({ name: "project", isExcluded: true });
    expect(at("project:!a,b|")).toMatchObject({ name: "project", isExcluded: false });
  });
});

describe("a choice", () => {
  const edit = (text: string, choose: (bare: string, place: { start: number; end: number }) => Edited) =>
    marked(choose(text.replace("|", ""), at(text)));
  const value = (pattern: string, isExcluded = false) => ({ pattern, isExcluded });

  it.each([
    ["pro|", "project:|"],
    ["!prin|", "!project:|"],
    ["act|ion:a", "project:|a"],
    ["|ip:1", "project:| ip:1"],
    ["ip:1 |", "ip:1 project:|"],
  ])("of a name turns %s into %s", (text, after) => {
    expect(edit(text, (bare, place) => withName(bare, place, "project"))).toBe(after);
  });

  it.each([
    ["project:|", "project:shop |"],
    ["project:a,s|", "project:a,shop |"],
    ["project:!s| x", "project:!shop |x"],
    ["project:s|,b", "project:shop|,b"],
    ['project:"s|', "project:shop |"],
  ])("of a value turns %s into %s", (text, after) => {
    expect(edit(text, (bare, place) => withValue(bare, place, value("shop")))).toBe(after);
  });

  it("of none and of a value with a space in it are written as they must be", () => {
    expect(edit("project:|", (bare, place) => withValue(bare, place, value("*", true)))).toBe("project:!* |");
    expect(edit("agent:a|", (bare, place) => withValue(bare, place, value("a b")))).toBe('agent:"a b" |');
  });

  it("of any value is read as that value", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a!*\\",: \n\u202e(){}u'), minLength: 1 }), (text) => {
        const edited = withValue("agent:x ip:1", { start: 6, end: 7 }, value(literalPattern(text)));
        expect(parseQueryText(edited.text)).toMatchObject({
          filter: { terms: { agent: [value(literalPattern(text))], ip: [value("1")] } },
          problems: [],
        });
      }),
    );
  });

  it("of the record has the words in quotes", () => {
    expect(withPhrase("ip:1 arn:aws:x", { start: 5, end: 14 })).toEqual({ text: 'ip:1 "arn:aws:x" ', caret: 17 });
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab:\\"'), minLength: 1 }), (text) => {
        const { filter, problems } = parseQueryText(withPhrase(`${text}a`, { start: 0, end: text.length + 1 }).text);
        expect(problems).toEqual([]);
        expect(filter.terms.q).toHaveLength(1);
      }),
    );
  });
});
