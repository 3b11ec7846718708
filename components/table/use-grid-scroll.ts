"use client";
import { useVirtualizer, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

/** Of the table's own headings, and on a phone of the page's. */
const HEADER = 32;
const OVERSCAN = 8;

type Options = {
  scroller: RefObject<HTMLDivElement | null>;
  body: RefObject<HTMLTableSectionElement | null>;
  /** The page scrolls, not the table; null while that isn't known. */
  isNarrow: boolean | null;
  count: number;
  rowHeight: number;
  /** The place of the row of index 0: when it moves, the view moves with it. */
  origin: number;
  generation: number;
  /** The place that is at the top at first, and after another generation begins. */
  firstPlace: number;
};

export type GridScroll = {
  /** The places that are drawn, those in sight and some around them. */
  from: number;
  to: number;
  /** Brings a place into sight, by as little as it takes. */
  reveal: (place: number) => void;
  isAtTop: () => boolean;
  isAtBottom: () => boolean;
  /** The first place that is whole in sight. */
  topPlace: () => number;
  /** Rows that fit into the view. */
  fitting: () => number;
};

/** Which places of a long table are drawn, and a view that doesn't move when rows come or go above it. */
export function useGridScroll(options: Options): GridScroll {
  const { scroller, body, isNarrow, count, rowHeight, origin, generation, firstPlace } = options;
  const [scrollMargin, setScrollMargin] = useState(0);
  const shared = { count, estimateSize: () => rowHeight, overscan: OVERSCAN };
  // oxlint-disable-next-line react/incompatible-library -- the compiler isn't used
  const inside = useVirtualizer({
    ...shared,
    enabled: isNarrow === false,
    getScrollElement: () => scroller.current,
    scrollMargin: HEADER,
  });
  const page = useWindowVirtualizer({ ...shared, enabled: isNarrow === true, scrollMargin });
  const virtual = isNarrow === true ? page : inside;

  const position = useCallback(() => {
    const box = scroller.current;
    if (isNarrow === true || box === null) {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      return {
        at: HEADER - top,
        height: window.innerHeight - HEADER,
        scrollBy: (by: number) => window.scrollBy(0, by),
      };
    }
    return {
      at: box.scrollTop,
      height: box.clientHeight - HEADER,
      scrollBy: (by: number) => void (box.scrollTop += by),
    };
  }, [scroller, body, isNarrow]);

  useLayoutEffect(() => {
    if (isNarrow !== true) return;
    const measure = () => setScrollMargin((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [isNarrow, body]);

  // The scroll event comes before the next painting: the rows of the new place are drawn in the same frame.
  const last = useRef<{ origin: number; generation: number; rowHeight: number; isNarrow: boolean } | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    if (isNarrow === null) return;
    last.current = { origin, generation, rowHeight, isNarrow };
    const { at, scrollBy } = position();
    if (before?.generation !== generation || before.isNarrow !== isNarrow) {
      const isFirst = before === null || before.isNarrow !== isNarrow;
      if (!isFirst || firstPlace > 0) scrollBy(firstPlace * rowHeight - at);
      return;
    }
    const after = (at / before.rowHeight + origin - before.origin) * rowHeight;
    if (before.origin !== origin || before.rowHeight !== rowHeight) scrollBy(after - at);
  }, [origin, generation, rowHeight, isNarrow, firstPlace, position]);

  const measuredHeight = useRef(rowHeight);
  useLayoutEffect(() => {
    if (measuredHeight.current !== rowHeight) virtual.measure();
    measuredHeight.current = rowHeight;
  }, [virtual, rowHeight]);

  const items = virtual.getVirtualItems();
  return {
    from: items[0]?.index ?? 0,
    to: (items.at(-1)?.index ?? -1) + 1,
    reveal(place) {
      const { at, height, scrollBy } = position();
      const top = place * rowHeight;
      if (top < at) scrollBy(top - at);
      else if (top + rowHeight > at + height) scrollBy(top + rowHeight - at - height);
    },
    isAtTop: () => position().at <= 1,
    isAtBottom() {
      const { at, height } = position();
      return at + height >= (count - 1) * rowHeight;
    },
    topPlace: () => Math.max(0, Math.ceil(position().at / rowHeight)),
    fitting: () => Math.max(1, Math.floor(position().height / rowHeight) - 1),
  };
}
