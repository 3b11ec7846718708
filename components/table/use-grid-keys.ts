"use client";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { ActiveRow } from "./use-active-row.ts";

type Options = {
  active: ActiveRow;
  /** Rows that fit into the view. */
  fitting: () => number;
  showNew: () => void;
  toggleLive: () => void;
};

const TEXT_FIELDS = "input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]";
/** Layers that have the keyboard to themselves. */
const LAYERS = "[role=dialog], [role=menu], [role=listbox], [role=combobox]";

/**
 * Keys of the table. J and K walk, N shows what is new and L switches live mode wherever the focus is, unless one
 * writes or a layer is open; the other keys work while the table has the focus, as handed back.
 */
export function useGridKeys({ active, fitting, showNew, toggleLive }: Options): (event: KeyboardEvent) => void {
  const anywhere: Record<string, () => void> = {
    j: () => active.move(1),
    k: () => active.move(-1),
    n: showNew,
    l: toggleLive,
  };
  const latest = useRef(anywhere);
  useEffect(() => {
    latest.current = anywhere;
  });
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent) {
      const act = latest.current[event.key.toLowerCase()];
      if (act === undefined || isModified(event) || event.shiftKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(`${TEXT_FIELDS}, ${LAYERS}`)) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

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
