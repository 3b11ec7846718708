"use client";
import { Bookmark, ChevronDown } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { Suspense, useState } from "react";
import { SafeText } from "#components/text/safe-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { lazyPart } from "#components/ui/lazy-part.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { OpenView } from "./open-view.tsx";
import { useListed, type ViewStore } from "./use-views.ts";

const ViewsMenu = lazyPart(() => import("./views-menu.tsx").then((module) => module.ViewsMenu), {
  name: "The menu of views",
  loading: <Skeleton className="h-40 w-96 max-w-full" />,
});

type Props = { views: ViewStore };

/** Views kept under a name: which one is open, what has changed in it, and a menu of the others. */
export function SavedViews({ views }: Props) {
  return (
    <Suspense fallback={<Skeleton className="h-8 w-22" />}>
      <Menu views={views} />
    </Suspense>
  );
}

function Menu({ views: store }: Props) {
  const views = useListed(store);
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
    </>
  );
}
