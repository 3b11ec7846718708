"use client";
import { useRouter } from "next/navigation";
import { parseAsInteger, useQueryState } from "nuqs";
import { useCallback, useEffect, useMemo, useTransition } from "react";
import { eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import { useShortcut } from "#components/shell/use-shortcut.ts";
import { GridStatus } from "./grid-status.tsx";
import { setShownCount } from "./shown-count.tsx";
import { useLive } from "./use-live.ts";
import { useNewer } from "./use-newer.ts";

const NONE: ReadonlySet<string> = new Set();

/** Where nothing matches (yet): what has come since, shown when a person asks, in live mode by itself. */
export function NewerThanNone({ filter, asOf }: { filter: EventFilter; asOf: number }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [fixed, setFixed] = useQueryState("asOf", parseAsInteger.withOptions({ shallow: false, startTransition }));
  const [isLive, setLive] = useLive();
  const filterParams = useMemo(() => eventFilterParams(filter).toString(), [filter]);
  const newer = useNewer(filterParams, asOf, isLive);
  const { events } = newer;
  const show = useCallback(() => {
    if (events === 0) return;
    if (fixed !== null) void setFixed(null);
    else startTransition(() => router.refresh());
  }, [events, fixed, setFixed, router]);
  useEffect(() => {
    if (isLive) show();
  }, [isLive, show]);
  useEffect(() => {
    setShownCount(0);
    return () => setShownCount(null);
  }, []);
  useShortcut("n", show);
  useShortcut("l", () => setLive(!isLive));
  return <GridStatus newest={{ ...newer, isPending, show, marked: NONE }} isLive={isLive} trouble={newer.trouble} />;
}
