"use client";
import { useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { PinnedViews } from "./pinned-views.tsx";
import { useListed, type ViewStore } from "./use-views.ts";

/** Beside the chips; the others are in the menu. */
const MOST = 4;

/** Ways to the pinned views, but to the one that is open. */
export function OtherPinnedViews({ views }: { views: ViewStore }) {
  return (
    <Suspense fallback={null}>
      <Others views={views} />
    </Suspense>
  );
}

function Others({ views }: { views: ViewStore }) {
  const { list } = useListed(views);
  const id = useSearchParams().get("view");
  const others = (list ?? []).filter((view) => view.id !== id);
  return <PinnedViews views={others} most={MOST} className="ml-auto max-w-1/2 shrink-0 flex-nowrap max-md:hidden" />;
}
