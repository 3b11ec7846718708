import type { RecordPath } from "#lib/events/jq-path.ts";

export type NodeKind = "object" | "array" | "string" | "number" | "boolean" | "null" | "range";

/** A value of a record where it stands. Its text is `json.slice(start, end)`: nothing is rounded, merged or reordered. */
export type RecordNode = {
  /** Tells it from every other node of the record; the same in another record of the same shape. */
  id: string;
  parent: RecordNode | null;
  /** Name of the member or place in the array; null for the record itself and for a range. */
  step: string | number | null;
  kind: NodeKind;
  start: number;
  end: number;
  /** A string's text, the others' as written; empty for what has members. */
  value: string;
  /** Members or elements in their order; a name may come twice. */
  members: RecordNode[];
  /** What opens below it: its members, or ranges of them where they are many. */
  children: RecordNode[];
};

/** Names and places from the record to a node; of a range, those of what it is a part of. */
export function pathOf(node: RecordNode): RecordPath {
  const path: (string | number)[] = [];
  for (let at: RecordNode | null = node; at; at = at.parent) if (at.step !== null) path.push(at.step);
  return path.toReversed();
}

/** Everything above a node, the record first. */
export function ancestorsOf(node: RecordNode): RecordNode[] {
  const above: RecordNode[] = [];
  for (let at = node.parent; at; at = at.parent) above.push(at);
  return above.toReversed();
}

/** All values of a record in the order written, the record itself first; ranges are left out. */
export function* nodesOf(root: RecordNode): Generator<RecordNode> {
  const due = [root];
  for (let node = due.pop(); node; node = due.pop()) {
    yield node;
    for (let index = node.members.length - 1; index >= 0; index--) due.push(node.members[index]!);
  }
}
