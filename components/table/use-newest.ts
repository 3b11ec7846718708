"use client";
import { useRouter } from "next/navigation";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useRef, useState, useTransition } from "react";
import type { ExplorerPage } from "#lib/events/queries/explorer-page.ts";
import { heldEvents, nextCursorOf, prevCursorOf } from "./row-window.ts";
import { type Newer, useNewer } from "./use-newer.ts";
import type { Rows } from "./use-row-window.ts";

/** The page's counts and its timeline are read again at most this often. */
const REFRESH_MS = 5000;

type Options = {
  first: ExplorerPage;
  filterParams: string;
  rows: Rows;
  order: "asc" | "desc";
  /** Whether one looks at the end at which new events come in. */
  isAtNewest: () => boolean;
  isLive: boolean;
};

export type Newest = Newer & {
  /** Shows what is new; the page's counts and timeline with it. */
  show: () => void;
  isPending: boolean;
  /** Ids of the rows that came last. */
  marked: ReadonlySet<string>;
};

/**
 * New events: counted, shown when a person asks, and in live mode while one is where they come in. The page is read again as of
 * the newest commit, and the rows follow it, so that all of it is as of one.
 */
export function useNewest({ first, filterParams, rows, order, isAtNewest, isLive }: Options): Newest {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [fixed, setFixed] = useQueryState("asOf", parseAsString.withOptions({ shallow: false, startTransition }));
  const newer = useNewer(filterParams, rows.asOf, isLive);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const isAsked = useRef(false);
  const refreshedAt = useRef(0);

  const latest = useRef({ rows, isAtNewest, isLive });
  useEffect(() => {
    latest.current = { rows, isAtNewest, isLive };
  });

  useEffect(() => {
    // What is live is of no fixed commit.
    if (isLive && fixed !== null) void setFixed(null);
  }, [isLive, fixed, setFixed]);

  useEffect(() => {
    const isDue = Date.now() - refreshedAt.current > REFRESH_MS;
    if (!isLive || isPending || !isDue || newer.events === 0 || (newer.asOf ?? 0) <= first.asOf) return;
    refreshedAt.current = Date.now();
    startTransition(() => router.refresh());
  }, [isLive, isPending, newer.events, newer.asOf, first.asOf, router]);

  useEffect(() => {
    const now = latest.current;
    if (first.asOf <= now.rows.asOf) return;
    if (!isAsked.current && !(now.isLive && now.isAtNewest())) return;
    isAsked.current = false;
    void adopt(first, now.rows, order).then(setMarked, () => undefined);
  }, [first, order]);

  return {
    ...newer,
    isPending,
    marked,
    show() {
      if (newer.events === 0) return;
      isAsked.current = true;
      if (fixed !== null) void setFixed(null);
      else if (first.asOf > rows.asOf) void adopt(first, rows, order).then(setMarked, () => undefined);
      else startTransition(() => router.refresh());
    },
  };
}

/** Begins anew with the newest page as of the page's commit. Answers with what wasn't there, if one saw that end. */
async function adopt(first: ExplorerPage, rows: Rows, order: "asc" | "desc"): Promise<ReadonlySet<string>> {
  const end = order === "desc" ? "start" : "end";
  const isThere = first.around === null && end === "start";
  const page = isThere ? first : await rows.fetchEnd(end, first.asOf);
  const held = new Set(heldEvents(rows.window).map(({ eventId }) => eventId));
  rows.reset(page, end);
  if ((end === "start" ? prevCursorOf : nextCursorOf)(rows.window) !== null) return new Set();
  return new Set(page.events.map(({ eventId }) => eventId).filter((id) => !held.has(id)));
}
