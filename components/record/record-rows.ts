import type { RecordNode } from "./record-node.ts";

/** So many rows are open at first, the upper levels before the lower. */
const OPEN_ROWS = 150;

/** A node in sight: how deep, and as which of how many. */
export type RecordRow = { node: RecordNode; level: number; place: number; of: number };

/** The nodes in sight, from the record's members down through what is open. */
export function recordRows(root: RecordNode, isOpen: (node: RecordNode) => boolean): RecordRow[] {
  const rows: RecordRow[] = [];
  const due = below(root, 1);
  for (let row = due.pop(); row; row = due.pop()) {
    rows.push(row);
    if (row.node.children.length > 0 && isOpen(row.node))
      for (const child of below(row.node, row.level + 1)) due.push(child);
  }
  return rows;
}

function below(node: RecordNode, level: number): RecordRow[] {
  const of = node.children.length;
  return node.children.map((child, index) => ({ node: child, level, place: index + 1, of })).toReversed();
}

/** What is open until somebody opens or closes it: small records whole, of large ones the upper levels. */
export function openAtFirst(root: RecordNode): ReadonlySet<string> {
  const open = new Set<string>();
  let rows = root.children.length;
  const due = [...root.children];
  for (let at = 0; at < due.length; at++) {
    const node = due[at]!;
    const { length } = node.children;
    if (length === 0 || rows + length > OPEN_ROWS) continue;
    open.add(node.id);
    rows += length;
    for (const child of node.children) due.push(child);
  }
  return open;
}
