import type { RecordNode } from "./record-node.ts";
import type { RecordRow } from "./record-rows.ts";

/** Where a key leads in the tree: to another row, or to a node that opens or closes. */
export type TreeMove = { to: RecordNode } | { open: RecordNode[] } | { close: RecordNode };

/** What `*` opens at once, or a page would stand still. */
const MOST_ROWS = 1000;

/** What a key does at a row, as in any tree; null for a key that does nothing there. */
export function treeMove(
  key: string,
  rows: readonly RecordRow[],
  at: number,
  isOpen: (node: RecordNode) => boolean,
): TreeMove | null {
  const row = rows[at];
  if (!row) return null;
  const { node } = row;
  const isParent = node.children.length > 0;
  const to = (index: number) => (rows[index] ? { to: rows[index].node } : null);
  switch (key) {
    case "ArrowDown":
      return to(at + 1);
    case "ArrowUp":
      return to(at - 1);
    case "Home":
      return to(0);
    case "End":
      return to(rows.length - 1);
    case "ArrowRight":
      if (!isParent) return null;
      return isOpen(node) ? to(at + 1) : { open: [node] };
    case "ArrowLeft":
      if (isParent && isOpen(node)) return { close: node };
      return row.level > 1 && node.parent ? { to: node.parent } : null;
    case "*":
      return { open: siblingsToOpen(node) };
    default:
      return null;
  }
}

function siblingsToOpen(node: RecordNode): RecordNode[] {
  let rows = 0;
  return (node.parent?.children ?? []).filter((sibling) => {
    rows += sibling.children.length;
    return sibling.children.length > 0 && rows <= MOST_ROWS;
  });
}
