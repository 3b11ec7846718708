"use client";
import { useEffect, useRef, useState } from "react";
import type { FacetName } from "#lib/events/fields.ts";
import { setCookie } from "#components/shell/set-cookie.ts";
import { FACET_COOKIE, type FacetLayout, facetLayoutText } from "./facet-layout.ts";
import { FACET_ORDER } from "./facet-order.ts";

export type FacetLayoutControls = {
  layout: FacetLayout;
  fold: (isFolded: boolean) => void;
  toggle: (name: FacetName) => void;
  /** Tells how many rows an open section has, for the place it takes next time. */
  remember: (name: FacetName, rows: number) => void;
};

/** How the side looks, kept in a cookie. */
export function useFacetLayout(first: FacetLayout): FacetLayoutControls {
  const [layout, setLayout] = useState(first);
  const text = facetLayoutText(layout);
  const kept = useRef(text);
  useEffect(() => {
    if (text === kept.current) return;
    kept.current = text;
    setCookie(FACET_COOKIE, text);
  }, [text]);

  return {
    layout,
    fold: (isFolded) => setLayout((layout) => ({ ...layout, isFolded })),
    toggle: (name) =>
      setLayout(({ open, ...layout }) => {
        const { [name]: rows, ...others } = open;
        if (rows !== undefined) return { ...layout, open: others };
        return { ...layout, open: { ...open, [name]: FACET_ORDER.find((facet) => facet.name === name)?.rows ?? 0 } };
      }),
    remember: (name, rows) =>
      setLayout((layout) =>
        layout.open[name] === undefined || layout.open[name] === rows
          ? layout
          : { ...layout, open: { ...layout.open, [name]: rows } },
      ),
  };
}
