"use client";
import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

/** From `beforeprint` on: the style sheets for paper come after it. */
let isBegun = false;

/**
 * Whether the page is being printed: then everything that is there has to be drawn.
 * Asked at every drawing, as a table that paper makes taller may be measured before the change is reported.
 */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isBegun || matchMedia("print").matches,
    () => false,
  );
}

/** The paper is drawn as the listener returns. */
function subscribe(onChange: () => void): () => void {
  const media = matchMedia("print");
  const setBegun = (value: boolean) => {
    isBegun = value;
    flushSync(onChange);
  };
  const begin = () => setBegun(true);
  const end = () => setBegun(false);
  const change = () => flushSync(onChange);
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  media.addEventListener("change", change);
  return () => {
    isBegun = false;
    removeEventListener("beforeprint", begin);
    removeEventListener("afterprint", end);
    media.removeEventListener("change", change);
  };
}
