"use client";
import { useEffect, useRef, useState } from "react";
import { AnswerError } from "#components/explorer/fetch-answer.ts";
import type { OpenEvent } from "#components/explorer/use-open-event.ts";
import type { RowLayout } from "./row-layout.ts";
import { eventAt, indexOf, nextCursorOf, prevCursorOf } from "./row-window.ts";
import type { GridScroll } from "./use-grid-scroll.ts";
import type { Rows } from "./use-row-window.ts";

type Options = { rows: Rows; layout: RowLayout; scroll: GridScroll; openEvent: OpenEvent };

export type ActiveRow = {
  /** Index of the row that the keyboard is on. */
  index: number | null;
  set: (index: number) => void;
  /** Up or down by so many rows; the panel, when it is open, goes along. */
  move: (by: number) => void;
  toEnd: (end: "start" | "end") => void;
  open: () => void;
  /** Why an end of the list could not be gone to. */
  trouble: AnswerError | null;
};

/** The row that the keyboard is on: it can be walked over all of the list, fetched or not. */
export function useActiveRow({ rows, layout, scroll, openEvent }: Options): ActiveRow {
  const { window, generation } = rows;
  const [active, setActive] = useState<{ index: number; generation: number } | null>(null);
  const [trouble, setTrouble] = useState<AnswerError | null>(null);
  const isFollowed = useRef(false);
  const { eventId, open } = openEvent;

  const openIndex = eventId === null ? null : indexOf(window, eventId);
  const index = active?.generation === generation ? active.index : openIndex;
  const event = index === null ? null : eventAt(window, index);

  // A row that had to be fetched first is opened when it comes.
  useEffect(() => {
    if (!isFollowed.current || event === null) return;
    isFollowed.current = false;
    open(event.eventId);
  }, [event, open]);

  function go(next: number) {
    const first = window.firstIndex - (prevCursorOf(window) === null ? 0 : 1);
    const last = window.endIndex - (nextCursorOf(window) === null ? 1 : 0);
    const within = Math.min(last, Math.max(first, next));
    isFollowed.current = eventId !== null;
    setActive({ index: within, generation });
    scroll.reveal(within + layout.origin);
  }

  async function fetchAndGo(end: "start" | "end") {
    try {
      const page = await rows.fetchEnd(end, rows.asOf);
      rows.reset(page, end);
      isFollowed.current = eventId !== null;
      setActive({ index: end === "start" ? 0 : page.events.length - 1, generation: generation + 1 });
      setTrouble(null);
    } catch (error) {
      if (error instanceof AnswerError) setTrouble(error);
    }
  }

  return {
    index,
    trouble,
    set: (next) => setActive({ index: next, generation }),
    move: (by) => go(index === null ? scroll.topPlace() - layout.origin : index + by),
    toEnd(end) {
      const isKnown = (end === "start" ? prevCursorOf : nextCursorOf)(window) === null;
      if (isKnown) go(end === "start" ? window.firstIndex : window.endIndex - 1);
      else void fetchAndGo(end);
    },
    open() {
      if (event !== null) open(event.eventId);
    },
  };
}
