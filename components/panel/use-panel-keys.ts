"use client";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { eventHref } from "#components/events/event-href.ts";
import { OPEN_EVENT_PLACE, useOpenEvent } from "#components/explorer/use-open-event.ts";
import { isForLayer } from "#components/shell/is-for-layer.ts";
import { isTyping } from "#components/shell/is-typing.ts";

/**
 * F6 goes into the panel and back to where one was; Escape goes back one level: out of a comparison, then out of the
 * panel. Whoever uses Escape first (a menu, a search) prevents the rest; a dialog over the page has both keys to itself.
 * @returns what gives the focus back to where one was: to the row, where that is gone.
 */
export function usePanelKeys(panel: RefObject<HTMLElement | null>): () => void {
  const { eventId, tab, show, close } = useOpenEvent();
  const outside = useRef<HTMLElement | null>(null);

  function back() {
    const links = document.querySelectorAll<HTMLElement>(`main a[href="${CSS.escape(eventHref(eventId ?? ""))}"]`);
    const row = [...links].find((link) => !panel.current?.contains(link));
    (outside.current?.isConnected ? outside.current : row)?.focus();
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const isInside = target !== null && panel.current?.contains(target) === true;
    if (event.defaultPrevented || isForLayer(event, OPEN_EVENT_PLACE)) return;
    if (event.key === "F6") {
      event.preventDefault();
      if (isInside) back();
      else panel.current?.focus();
    } else if (event.key === "Escape") {
      // Elsewhere Escape empties what one types in.
      if (isTyping(event) && (!isInside || event.isComposing)) return;
      event.preventDefault();
      if (tab !== "compare") close();
      else {
        show(null);
        if (isInside) panel.current?.focus();
      }
    }
  });
  const onFocusIn = useEffectEvent(({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && target !== document.body && !panel.current?.contains(target))
      outside.current = target;
  });
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => onKeyDown(event);
    const focusIn = (event: FocusEvent) => onFocusIn(event);
    if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body)
      outside.current = document.activeElement;
    document.addEventListener("keydown", keyDown);
    document.addEventListener("focusin", focusIn);
    return () => {
      document.removeEventListener("keydown", keyDown);
      document.removeEventListener("focusin", focusIn);
    };
  }, []);
  return back;
}
