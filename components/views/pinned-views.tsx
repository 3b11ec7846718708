import { Pin } from "lucide-react";
import { type SavedView, viewHref } from "#lib/views/saved-view.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { cn } from "#components/ui/cn.ts";

type Props = { views: readonly SavedView[]; most?: number; className?: string };

/** Ways to the views that somebody pinned; nothing where there are none. */
export function PinnedViews({ views, most = Infinity, className }: Props) {
  const pinned = views.filter((view) => view.isPinned).slice(0, most);
  if (pinned.length === 0) return null;
  return (
    <nav
      aria-label="Pinned views"
      className={cn("flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 print:hidden", className)}
    >
      {pinned.map((view) => (
        <TextLink
          key={view.id}
          href={viewHref(view)}
          title={view.name}
          className="flex min-w-0 max-w-56 items-center gap-1"
        >
          <Pin className="size-3.5 shrink-0 text-ink-soft" aria-hidden="true" />
          <span className="truncate">
            <SafeText text={view.name} />
          </span>
        </TextLink>
      ))}
    </nav>
  );
}
