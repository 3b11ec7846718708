import { nodesOf, type RecordNode } from "./record-node.ts";

/** What finds a text whatever its case; null for an empty one. */
export function textPattern(text: string): RegExp | null {
  return text === "" ? null : new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
}

/** The values of a record that have a text in themselves or in their name, in the order written. */
export function searchRecord(root: RecordNode, pattern: RegExp): RecordNode[] {
  const has = (text: string) => text.search(pattern) >= 0;
  return [...nodesOf(root)].filter(
    (node) => node !== root && ((typeof node.step === "string" && has(node.step)) || has(node.value)),
  );
}
