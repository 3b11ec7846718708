"use client";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import type { EventDetail } from "#lib/events/event-detail.ts";
import { jqPath } from "#lib/events/jq-path.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { copyText } from "#components/ui/copy-text.ts";
import { pathOf, type RecordNode } from "./record-node.ts";
import { RecordRow } from "./record-row.tsx";
import { treeMove } from "./tree-move.ts";
import { TreeSearch } from "./tree-search.tsx";
import { useRecordTree } from "./use-record-tree.ts";
import { ValueActions } from "./value-actions.tsx";

/** A record as a tree: what is open, the row that keys act on and the search stay when another record takes its place. */
export function RecordTree({ event }: { event: EventDetail }) {
  const state = useRecordTree(event.record);
  const { rows, isOpen, setOpen, activate, activeAt, isChosen, search } = state;
  const tree = useRef<HTMLDivElement>(null);
  const [pointedAt, setPointedAt] = useState(-1);
  const [menuAt, setMenuAt] = useState(-1);
  const [said, setSaid] = useState("");
  /** What the active row is due: to come into sight, after a key moved to it also the focus. */
  const due = useRef<"sight" | "focus" | null>(null);
  const hit = search.hits[search.at];
  const active = rows[activeAt]?.node;

  const activeRow = () => tree.current?.querySelector<HTMLElement>('[tabindex="0"]');
  useEffect(() => {
    const row = due.current === null ? null : activeRow();
    row?.scrollIntoView({ block: "nearest" });
    if (due.current === "focus") row?.focus({ preventScroll: true });
    due.current = null;
  });

  function toggle(node: RecordNode) {
    setOpen([node], !isOpen(node));
  }
  function onKeyDown(pressed: KeyboardEvent) {
    if (
      !(pressed.target as HTMLElement).matches("[role=treeitem]") ||
      pressed.ctrlKey ||
      pressed.metaKey ||
      pressed.altKey
    )
      return;
    const isParent = (active?.children.length ?? 0) > 0;
    const move = treeMove(pressed.key, rows, activeAt, isOpen);
    if (move && "to" in move) {
      due.current = "focus";
      activate(move.to);
    } else if (move) setOpen("open" in move ? move.open : [move.close], "open" in move);
    else if (active && isParent && (pressed.key === "Enter" || pressed.key === " ")) toggle(active);
    else if (["Enter", " ", "m"].includes(pressed.key)) setMenuAt(activeAt);
    else return;
    pressed.preventDefault();
  }
  function onClick({ target }: MouseEvent) {
    const element = target as HTMLElement;
    const at = Number(element.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? -1);
    const node = rows[at]?.node;
    // What lies in a menu's portal is below the tree for React alone.
    if (!node || !tree.current?.contains(element) || element.closest("[data-actions]")) return;
    activate(node);
    const isSelecting = globalThis.getSelection()?.isCollapsed === false;
    if (node.children.length > 0 && !isSelecting) toggle(node);
  }
  async function copy(what: string, text: string) {
    setSaid((await copyText(text)) ? `Copied ${what}` : "The browser refused");
    setTimeout(() => setSaid(""), 1500);
  }
  return (
    <div className="min-w-0">
      <div className="sticky top-(--record-top,3rem) z-10 bg-paper pt-1 print:static">
        <TreeSearch search={search} onSearch={() => (due.current = "sight")} onLeave={() => activeRow()?.focus()} />
        <div className="flex h-6 items-center gap-2 text-small text-ink-soft">
          <span className="min-w-0 truncate font-mono" title="Path of the row, as jq reads it">
            {active && isChosen && visibleText(jqPath(pathOf(active)))}
          </span>
          <span role="status" className="ml-auto shrink-0">
            {said}
          </span>
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its rows take the focus, one of them at a time */}
      <div
        ref={tree}
        role="tree"
        aria-label="Record"
        onFocus={() => active && !isChosen && activate(active)}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerOver={({ target }) =>
          setPointedAt(Number((target as HTMLElement).closest<HTMLElement>("[data-row]")?.dataset["row"] ?? -1))
        }
        onPointerLeave={() => setPointedAt(-1)}
        className="border-t border-line"
      >
        {rows.map((row, at) => (
          <RecordRow
            key={row.node.id}
            row={row}
            at={at}
            isOpen={isOpen(row.node)}
            isTabStop={at === activeAt}
            isActive={isChosen && at === activeAt}
            isHit={row.node === hit}
            pattern={search.pattern}
            actions={
              ((isChosen && at === activeAt) || at === pointedAt || at === menuAt) && (
                <ValueActions
                  node={row.node}
                  event={event}
                  isMenuOpen={at === menuAt}
                  onMenuChange={(opens) => setMenuAt(opens ? at : -1)}
                  onCopy={(what, text) => void copy(what, text)}
                  onLeave={() => {
                    due.current = "focus";
                    activate(row.node);
                    activeRow()?.focus();
                  }}
                />
              )
            }
          />
        ))}
      </div>
    </div>
  );
}
