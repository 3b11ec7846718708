import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jqPath } from "#lib/events/jq-path.ts";
import { diffRecords } from "./diff-records.ts";
import { parseRecord } from "./parse-record.ts";
import { ancestorsOf, nodesOf, pathOf, type RecordNode } from "./record-node.ts";
import { openAtFirst, recordRows } from "./record-rows.ts";
import { searchRecord, textPattern } from "./search-record.ts";
import { treeMove } from "./tree-move.ts";

/** As JSON.parse reads it. */
function valueOf(node: RecordNode): unknown {
  if (node.kind === "array") return node.members.map(valueOf);
  if (node.kind === "object") {
    const members = node.members.map((member) => [member.step, valueOf(member)] as const);
    return Object.fromEntries(members);
  }
  return node.kind === "string" ? node.value : JSON.parse(node.value);
}
const rowsOf = (root: RecordNode, isOpen: (node: RecordNode) => boolean) =>
  recordRows(root, isOpen).map(({ node }) => jqPath(pathOf(node)));

describe("parseRecord", () => {
  it("reads every JSON as JSON.parse does, and knows where each value stands", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(undefined, 2, "\t"), (value, space) => {
        const json = JSON.stringify(value, null, space);
        const root = parseRecord(json);
        expect(valueOf(root)).toEqual(JSON.parse(json));
        for (const node of nodesOf(root)) expect(JSON.parse(json.slice(node.start, node.end))).toEqual(valueOf(node));
        expect(new Set([...nodesOf(root)].map(({ id }) => id)).size).toBe([...nodesOf(root)].length);
      }),
    );
  });

  it("keeps numbers as written, names that come twice, and their order", () => {
    const root = parseRecord(String.raw`{"z":1.50,"a":12345678901234567890,"z":"\ud800\u0000","":{"a/b":[-0e1]}}`);
    expect(root.members.map(({ step, value }) => [step, value])).toEqual([
      ["z", "1.50"],
      ["a", "12345678901234567890"],
      ["z", "\ud800\0"],
      ["", ""],
    ]);
    expect([...nodesOf(root)].map(({ id }) => id)).toEqual([
      "/0",
      "/0/z",
      "/0/a",
      "/0/z#1",
      "/0/",
      "/0//a~1b",
      "/0//a~1b/0",
    ]);
  });

  it("takes any depth", () => {
    const depth = 20_000;
    const root = parseRecord(`${'{"a":['.repeat(depth)}1${"]}".repeat(depth)}`);
    const deepest = [...nodesOf(root)].at(-1)!;
    expect(pathOf(deepest).length).toBe(2 * depth);
    expect(recordRows(root, () => true).length).toBe(2 * depth);
    expect(ancestorsOf(deepest).length).toBe(2 * depth);
    expect(diffRecords(root, root).differences).toEqual([]);
  });

  it("reads a large record at once, and opens long lists in portions", () => {
    const json = JSON.stringify({
      list: Array.from({ length: 25_001 }, (_, index) => ({ id: index, name: `n${index}` })),
    });
    const started = performance.now();
    const root = parseRecord(json);
    expect(performance.now() - started).toBeLessThan(2000);
    const [list] = root.members;
    expect(list?.children.length).toBe(3);
    expect(list?.children[0]?.children.length).toBe(100);
    expect(list?.children[0]?.children[0]?.children.length).toBe(100);
    expect(recordRows(root, (node) => openAtFirst(root).has(node.id)).length).toBeLessThan(200);
    const last = list?.members.at(-1);
    expect(jqPath(pathOf(last!))).toBe(".list[25000]");
    expect(ancestorsOf(last!).map(({ kind }) => kind)).toEqual(["object", "array", "range", "range"]);
  });
});

describe("recordRows", () => {
  const root = parseRecord('{"a":{"b":{"c":1}},"d":[2,3]}');

  it("has what is open, level by level", () => {
    expect(rowsOf(root, () => false)).toEqual([".a", ".d"]);
    expect(rowsOf(root, () => true)).toEqual([".a", ".a.b", ".a.b.c", ".d", ".d[0]", ".d[1]"]);
    expect(recordRows(root, () => true)[5]).toMatchObject({ level: 2, place: 2, of: 2 });
  });

  it("opens a small record whole", () => {
    expect(openAtFirst(root).size).toBe(3);
  });
});

describe("treeMove", () => {
  const root = parseRecord('{"a":{"b":1,"c":{}},"d":[2],"e":{"f":3}}');
  const at = (open: string[], path: string, key: string) => {
    const isOpen = (node: RecordNode) => open.includes(jqPath(pathOf(node)));
    const rows = recordRows(root, isOpen);
    const move = treeMove(
      key,
      rows,
      rows.findIndex(({ node }) => jqPath(pathOf(node)) === path),
      isOpen,
    );
    if (move === null) return null;
    const name = (node: RecordNode) => jqPath(pathOf(node));
    if ("to" in move) return name(move.to);
    return "open" in move ? `open ${move.open.map(name).join(" ")}` : `close ${name(move.close)}`;
  };

  it.each([
    [[], ".a", "ArrowDown", ".d"],
    [[], ".a", "ArrowUp", null],
    [[], ".a", "ArrowRight", "open .a"],
    [[".a"], ".a", "ArrowRight", ".a.b"],
    [[".a"], ".a.c", "ArrowRight", null],
    [[".a"], ".a.c", "ArrowLeft", ".a"],
    [[".a"], ".a", "ArrowLeft", "close .a"],
    [[], ".d", "ArrowLeft", null],
    [[".a"], ".a.c", "Home", ".a"],
    [[".a"], ".a", "End", ".e"],
    [[], ".d", "*", "open .a .d .e"],
    [[], ".d", "x", null],
  ])("with %j open, at %s, %s leads to %j", (open, path, key, expected) => {
    expect(at(open, path, key)).toBe(expected);
  });
});

describe("searchRecord", () => {
  const root = parseRecord(String.raw`{"Key":"a","list":[{"k":"KEYS (x)"},"\u212aey"],"n":1.50}`);
  const found = (text: string) => searchRecord(root, textPattern(text)!).map((node) => jqPath(pathOf(node)));

  it("finds names and values whatever their case, each value once, in their order", () => {
    expect(found("key")).toEqual([".Key", ".list[0].k", ".list[1]"]);
    expect(found("1.5")).toEqual([".n"]);
    expect(found("(x)")).toEqual([".list[0].k"]);
    expect(found("[")).toEqual([]);
    expect(textPattern("")).toBeNull();
  });

  it("takes any text for what it is", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "binary-ascii" }), (text) => {
        const holder = parseRecord(JSON.stringify({ value: `<${text}>` }));
        expect(searchRecord(holder, textPattern(text)!).length).toBe(1);
      }),
    );
  });
});

describe("diffRecords", () => {
  const diff = (before: string, after: string) => {
    const { differences, same } = diffRecords(parseRecord(before), parseRecord(after));
    const lines = differences.map(
      ({ path, is, before: one, after: other }) => `${is} ${jqPath(path)} ${one?.value ?? ""}|${other?.value ?? ""}`,
    );
    return [...lines, same.length];
  };

  it("names what was added, removed and changed, and counts the rest", () => {
    expect(diff('{"a":1,"b":{"c":"x","d":2},"e":[]}', '{"b":{"c":"y","f":{"g":3}},"a":1,"e":[]}')).toEqual([
      "changed .b.c x|y",
      "added .b.f.g |3",
      "removed .b.d 2|",
      2,
    ]);
  });

  it("takes numbers as written and strings for what they say", () => {
    expect(diff('{"n":1.0,"s":"\\/"}', '{"n":1,"s":"/"}')).toEqual(["changed .n 1.0|1", 1]);
  });

  it("tells what is of another kind, an empty object from a full one too", () => {
    expect(diff('{"a":null,"b":{},"c":"1"}', '{"a":{"x":1},"b":{"y":2},"c":1}').slice(0, -1)).toEqual([
      "changed .a null|",
      "changed .b |",
      "changed .c 1|1",
    ]);
  });

  it("matches elements by what names them, plain ones by value, others by place", () => {
    expect(
      diff(
        '{"t":[{"key":"a","value":"1"},{"key":"b","value":"2"}]}',
        '{"t":[{"key":"b","value":"3"},{"key":"a","value":"1"}]}',
      ),
    ).toEqual(["changed .t[0].value 2|3", 3]);
    expect(diff('{"l":["a","b","b"]}', '{"l":["b","c","a"]}')).toEqual(["added .l[1] |c", "removed .l[2] b|", 2]);
    expect(diff('{"l":[{"x":1},{"x":2}]}', '{"l":[{"x":1}]}')).toEqual(["removed .l[1].x 2|", 1]);
  });

  it("keeps names that come twice apart", () => {
    expect(diff('{"a":1,"a":2}', '{"a":1,"a":3}')).toEqual(["changed .a 2|3", 1]);
  });

  it("finds nothing between a record and itself, and everything between two others", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [first, second] = [one, other].map((value) => parseRecord(JSON.stringify({ value })));
        expect(diffRecords(first!, first!).differences).toEqual([]);
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        if (isSame) expect(diffRecords(first!, second!).differences).toEqual([]);
      }),
    );
  });
});
