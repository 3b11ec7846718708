"use client";
import { useRouter } from "next/navigation";
import { parseAsInteger, useQueryState } from "nuqs";
import { useCallback, useEffect, useRef, useState, useTransition } from "react";
import type { ExplorerPage } from "#lib/events/queries/explorer-page.ts";
import { AnswerError } from "#components/explorer/fetch-answer.ts";
import { commitStep } from "./commit-step.ts";
import { heldEvents, nextCursorOf, prevCursorOf } from "./row-window.ts";
import { useAtNewest } from "./use-at-newest.ts";
import { type Newer, useNewer } from "./use-newer.ts";
import type { Rows } from "./use-row-window.ts";

/** In live mode the page is read again at most this often. */
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
 * the newest commit, and the rows follow it; or it follows the rows, so that all of it is always as of one.
 */
export function useNewest({ first, filterParams, rows, order, isAtNewest, isLive }: Options): Newest {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [fixed, setFixed] = useQueryState("asOf", parseAsInteger.withOptions({ shallow: false, startTransition }));
  const newer = useNewer(filterParams, rows.asOf, isLive);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [trouble, setTrouble] = useState<AnswerError | null>(null);
  const isAsked = useRef(false);
  const refreshedAt = useRef(0);
  const isFollowing = useAtNewest(isAtNewest) && isLive;

  const latest = useRef({ rows, isAtNewest, fixed });
  useEffect(() => {
    latest.current = { rows, isAtNewest, fixed };
  });

  /** The rows begin anew as of the page's commit. */
  const adopt = useCallback(async () => {
    try {
      setMarked(await adopted(first, latest.current.rows, order));
      setTrouble(null);
    } catch (error) {
      if (error instanceof AnswerError) setTrouble(error);
    }
  }, [first, order]);

  useEffect(() => {
    // What is live is of no fixed commit, where one sees it come.
    if (isFollowing && fixed !== null) void setFixed(null);
  }, [isFollowing, fixed, setFixed]);

  useEffect(() => {
    if (!isFollowing || isPending || newer.events === 0 || (newer.asOf ?? 0) <= first.asOf) return;
    const refresh = () => {
      refreshedAt.current = Date.now();
      startTransition(() => router.refresh());
    };
    const timer = setTimeout(refresh, refreshedAt.current + REFRESH_MS - Date.now());
    return () => clearTimeout(timer);
  }, [isFollowing, isPending, newer.events, newer.asOf, first.asOf, router]);

  useEffect(() => {
    const now = latest.current;
    const step = commitStep({
      answered: first.asOf,
      held: now.rows.asOf,
      fixed: now.fixed,
      isAsked: isAsked.current,
      isAtNewest: now.isAtNewest(),
    });
    if (step === "pin") void setFixed(now.rows.asOf);
    if (step !== "adopt") return;
    isAsked.current = false;
    void adopt();
  }, [first, adopt, setFixed]);

  return {
    ...newer,
    trouble: trouble ?? newer.trouble,
    isPending,
    marked,
    show() {
      if (newer.events === 0) return;
      isAsked.current = true;
      if (fixed !== null) void setFixed(null);
      else if (first.asOf > rows.asOf) void adopt();
      else startTransition(() => router.refresh());
    },
  };
}

/** Begins anew with the newest page as of the page's commit. Answers with what wasn't there, if one saw that end. */
async function adopted(first: ExplorerPage, rows: Rows, order: "asc" | "desc"): Promise<ReadonlySet<string>> {
  const end = order === "desc" ? "start" : "end";
  const isThere = first.around === null && end === "start";
  const page = isThere ? first : await rows.fetchEnd(end, first.asOf);
  const held = new Set(heldEvents(rows.window).map(({ eventId }) => eventId));
  rows.reset(page, end);
  if ((end === "start" ? prevCursorOf : nextCursorOf)(rows.window) !== null) return new Set();
  return new Set(page.events.map(({ eventId }) => eventId).filter((id) => !held.has(id)));
}
