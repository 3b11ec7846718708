"use client";
import { useEffect, useRef } from "react";
import { isForLayer } from "./is-for-layer.ts";
import { isTyping } from "./is-typing.ts";
import { areShortcutsOn } from "./single-keys.ts";

type Options = {
  /** Where nobody should answer, it doesn't. */
  isEnabled?: boolean;
  /** It is for dialogs, too; else a key pressed in one is the dialog's. */
  isForDialogs?: boolean;
  /** Selects the one dialog that it is for, too. */
  alsoIn?: string;
};

/**
 * Calls `act` when a key is pressed anywhere on the page: not in a text field, not while a character is being composed,
 * not with Ctrl, Meta or Alt, not where something nearer has taken the key, and not when a person has switched single
 * keys off.
 * @param key as in `KeyboardEvent.key`; a letter means itself without Shift
 */
export function useShortcut(key: string, act: (event: KeyboardEvent) => void, options: Options = {}): void {
  const { isEnabled = true, isForDialogs = false, alsoIn } = options;
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!isEnabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isMeant(event, key) || isTyping(event) || !areShortcutsOn()) return;
      if (!isForDialogs && isForLayer(event, alsoIn)) return;
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [key, isEnabled, isForDialogs, alsoIn]);
}

function isMeant(event: KeyboardEvent, key: string): boolean {
  // On many keyboards AltGr writes the sign, and some systems report that as Ctrl and Alt.
  const hasModifier = (event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph");
  if (hasModifier || event.metaKey) return false;
  // Caps Lock makes a capital of a letter and means nothing by it.
  return event.key === key || (!event.shiftKey && event.key.toLowerCase() === key);
}
