import { jqPath } from "#lib/events/jq-path.ts";
import type { Difference } from "./diff-records.ts";
import { indentJson } from "./indent-json.ts";
import type { RecordNode } from "./record-node.ts";

/** A side of a difference as JSON, on one line unless it has members. */
export function sideText(node: RecordNode, json: string): string {
  const text = json.slice(node.start, node.end);
  return node.members.length > 0 ? indentJson(text) : text;
}

/** Differences as lines, `-` the first record's and `+` the second's. */
export function diffText(differences: readonly Difference[], before: string, after: string): string {
  return differences
    .flatMap(({ path, before: one, after: other }) => [
      ...(one ? [`- ${jqPath(path)}: ${sideText(one, before)}`] : []),
      ...(other ? [`+ ${jqPath(path)}: ${sideText(other, after)}`] : []),
    ])
    .join("\n");
}
