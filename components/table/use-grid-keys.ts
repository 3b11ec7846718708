"use client";
import type { KeyboardEvent } from "react";
import { OPEN_EVENT_PLACE } from "#components/explorer/use-open-event.ts";
import { useShortcut } from "#components/shell/use-shortcut.ts";
import type { ActiveRow } from "./use-active-row.ts";

type Options = {
  active: ActiveRow;
  /** Rows that fit into the view. */
  fitting: () => number;
  showNew: () => void;
  toggleLive: () => void;
};

/** Where the open event is a dialog, one walks along the rows behind it. */
const WALK = { alsoIn: OPEN_EVENT_PLACE };

/**
 * Keys of the table. J and K walk, N shows what is new and L switches live mode wherever the focus is; the other keys
 * work while the table has the focus, as handed back.
 */
export function useGridKeys({ active, fitting, showNew, toggleLive }: Options): (event: KeyboardEvent) => void {
  useShortcut("j", () => active.move(1), WALK);
  useShortcut("k", () => active.move(-1), WALK);
  useShortcut("n", showNew);
  useShortcut("l", toggleLive);

  return (event) => {
    // Links and edges of columns have their own keys.
    if (event.target !== event.currentTarget || isModified(event)) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => active.move(1),
      ArrowUp: () => active.move(-1),
      PageDown: () => active.move(fitting()),
      PageUp: () => active.move(-fitting()),
      Home: () => active.toEnd("start"),
      End: () => active.toEnd("end"),
      Enter: () => active.open(),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}

function isModified(event: { ctrlKey: boolean; metaKey: boolean; altKey: boolean }): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}
