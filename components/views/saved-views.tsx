"use client";
import { Bookmark, ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { Suspense, use, useState } from "react";
import type { SavedView } from "#lib/views/saved-view.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import type { Answer } from "#components/states/answer-of.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { OpenView } from "./open-view.tsx";
import { PinnedViews } from "./pinned-views.tsx";
import { useViews } from "./use-views.ts";

const ViewsMenu = dynamic(() => import("./views-menu.tsx").then((module) => module.ViewsMenu), {
  ssr: false,
  loading: () => <Skeleton className="h-40 w-96 max-w-full" />,
});

type Props = { views: Promise<Answer<SavedView[]>> };

/** In the bar; the others are in the menu. */
const MOST_PINNED = 4;

/** Views kept under a name: which one is open, what has changed in it, and ways to the others. */
export function SavedViews({ views }: Props) {
  return (
    <Suspense fallback={<Skeleton className="h-8 w-22" />}>
      <Bar views={views} />
    </Suspense>
  );
}

function Bar({ views: given }: Props) {
  const answer = use(given);
  const views = useViews("data" in answer ? answer.data : null);
  const [isOpen, setOpen] = useState(false);
  const id = useSearchParams().get("view");
  const open = views.list?.find((view) => view.id === id);
  return (
    <>
      <Popover
        label="Saved views"
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button aria-pressed={open !== undefined} title={open === undefined ? undefined : `View: ${open.name}`}>
            <Bookmark className="size-3.5" aria-hidden="true" />
            {open === undefined ? (
              "Views"
            ) : (
              <>
                <span className="sr-only">View: </span>
                <span className="max-w-48 truncate">
                  <SafeText text={open.name} />
                </span>
              </>
            )}
            <ChevronDown className="size-3.5 text-ink-soft" aria-hidden="true" />
          </Button>
        }
      >
        <ViewsMenu views={views} open={open} close={() => setOpen(false)} />
      </Popover>
      {id !== null && <OpenView views={views} open={open} saveAs={() => setOpen(true)} />}
      <PinnedViews
        views={(views.list ?? []).filter((view) => view !== open)}
        most={MOST_PINNED}
        className="max-md:hidden"
      />
    </>
  );
}
