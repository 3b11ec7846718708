import { JSON_TOKEN } from "./json-tokens.ts";
import type { NodeKind, RecordNode } from "./record-node.ts";

/** A list of more opens in portions. */
const PORTION = 100;
const WORDS: Record<string, NodeKind> = { true: "boolean", false: "boolean", null: "null" };

/**
 * The values of a record's JSON and where each stands. Unlike `JSON.parse` it keeps numbers as written, names that come
 * twice and their order, and takes any depth. Expects valid JSON.
 */
export function parseRecord(json: string): RecordNode {
  const top = newNode(null, null, "array", 0, "");
  let holder = top;
  let name: string | null = null;
  const seen: Map<string, number>[] = [new Map()];

  const add = (kind: NodeKind, start: number, value: string): RecordNode => {
    const step = holder.kind === "object" ? (name ?? "") : holder.members.length;
    const node = newNode(holder, holder === top ? null : step, kind, start, value);
    // A slash can't be in it, and neither can the mark of a second one of the name.
    const key = String(step).replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("#", "~2");
    const earlier = seen.at(-1)!.get(key) ?? 0;
    seen.at(-1)!.set(key, earlier + 1);
    node.id = `${holder.id}/${key}${earlier === 0 ? "" : `#${earlier}`}`;
    holder.members.push(node);
    name = null;
    return node;
  };

  for (const match of json.matchAll(JSON_TOKEN)) {
    const [token] = match;
    const start = match.index;
    const end = start + token.length;
    if (token === "{" || token === "[") {
      holder = add(token === "{" ? "object" : "array", start, "");
      seen.push(new Map());
    } else if (token === "}" || token === "]") {
      holder.end = end;
      holder.children = inPortions(holder, holder.members, PORTION);
      holder = holder.parent ?? top;
      seen.pop();
    } else if (token === "," || token === ":") continue;
    else if (token.startsWith('"')) {
      const text = token.includes("\\") ? (JSON.parse(token) as string) : token.slice(1, -1);
      if (holder.kind === "object" && name === null) name = text;
      else add("string", start, text).end = end;
    } else add(WORDS[token] ?? "number", start, token).end = end;
  }
  const [root] = top.members;
  if (!root) throw new SyntaxError("There is no value in this JSON.");
  root.parent = null;
  return root;
}

function newNode(
  parent: RecordNode | null,
  step: RecordNode["step"],
  kind: NodeKind,
  start: number,
  value: string,
): RecordNode {
  return { id: "", parent, step, kind, start, end: start, value, members: [], children: [] };
}

/** The nodes themselves, or at most a hundred ranges of them, of ranges. */
function inPortions(holder: RecordNode, nodes: RecordNode[], portion: number): RecordNode[] {
  if (nodes.length <= portion) return nodes;
  const ranges: RecordNode[] = [];
  for (let first = 0; first < nodes.length; first += portion) {
    const part = nodes.slice(first, first + portion);
    const range = newNode(holder, null, "range", part[0]!.start, "");
    range.id = `${holder.id}/#${part[0]!.id}~${part.length}`;
    range.end = part.at(-1)!.end;
    range.members = part.flatMap((node) => (node.kind === "range" ? node.members : [node]));
    range.children = part;
    for (const node of part) node.parent = range;
    ranges.push(range);
  }
  return inPortions(holder, ranges, portion);
}
