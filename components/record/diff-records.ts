import type { RecordPath } from "#lib/events/jq-path.ts";
import { nodesOf, pathOf, type RecordNode } from "./record-node.ts";

/** A place in which two records differ; what isn't there is null. */
export type Difference = {
  path: RecordPath;
  is: "added" | "removed" | "changed";
  before: RecordNode | null;
  after: RecordNode | null;
};

export type RecordDiff = { differences: Difference[]; /** How many values are the same in both. */ same: RecordNode[] };

/** By one of these the elements of a list are told apart: tags, resources, references, rules. */
const NAMES = ["key", "Key", "ARN", "arn", "id", "Id", "name", "Name", "ref"];

/**
 * How one record differs from another, value by value in the order of the second. Members are matched by name, one of a
 * name that comes twice by its turn; elements of a list by what names them, plain ones by their value, others by place.
 */
export function diffRecords(before: RecordNode, after: RecordNode): RecordDiff {
  const diff: RecordDiff = { differences: [], same: [] };
  const due: [RecordNode | null, RecordNode | null][] = [[before, after]];
  for (let pair = due.pop(); pair; pair = due.pop()) {
    const [one, other] = pair;
    if (one && other && one.kind === other.kind && one.members.length > 0 && other.members.length > 0) {
      for (const members of matched(one, other).toReversed()) due.push(members);
    } else if (one && other && isSame(one, other)) diff.same.push(other);
    else if (one && other) diff.differences.push({ path: pathOf(other), is: "changed", before: one, after: other });
    else if (other) {
      for (const leaf of leavesOf(other))
        diff.differences.push({ path: pathOf(leaf), is: "added", before: null, after: leaf });
    } else if (one) {
      for (const leaf of leavesOf(one))
        diff.differences.push({ path: pathOf(leaf), is: "removed", before: leaf, after: null });
    }
  }
  return diff;
}

/** Neither has members, or only one. */
function isSame(one: RecordNode, other: RecordNode): boolean {
  return one.kind === other.kind && one.value === other.value && one.members.length === other.members.length;
}

function leavesOf(node: RecordNode): RecordNode[] {
  return [...nodesOf(node)].filter((inner) => inner.members.length === 0);
}

function matched(one: RecordNode, other: RecordNode): [RecordNode | null, RecordNode | null][] {
  const name = one.kind === "object" ? memberName : elementName(one, other);
  const left = named(one, name);
  const right = named(other, name);
  const pairs: [RecordNode | null, RecordNode | null][] = [];
  for (const [key, node] of right) pairs.push([left.get(key) ?? null, node]);
  for (const [key, node] of left) if (!right.has(key)) pairs.push([node, null]);
  return pairs;
}

type Name = (node: RecordNode) => string;
const memberName: Name = (node) => String(node.step);

/** Those of a name that comes again get their turn's number. */
function named(holder: RecordNode, name: Name): Map<string, RecordNode> {
  const turns = new Map<string, number>();
  return new Map(
    holder.members.map((node) => {
      const own = name(node);
      const turn = turns.get(own) ?? 0;
      turns.set(own, turn + 1);
      return [`${turn} ${own}`, node];
    }),
  );
}

function elementName(one: RecordNode, other: RecordNode): Name {
  const elements = [...one.members, ...other.members];
  if (elements.every((node) => node.members.length === 0)) return (node) => `${node.kind} ${node.value}`;
  const nameIn = (node: RecordNode, member: string) => node.members.find(({ step }) => step === member)?.value ?? "";
  const member = NAMES.find((candidate) => elements.every((node) => nameIn(node, candidate) !== ""));
  return member === undefined ? memberName : (node) => nameIn(node, member);
}
