"use client";
import { clsx } from "clsx";
import { ListFilter } from "lucide-react";

type Props = {
  /** Terms of the filter that are chosen here. */
  active: number;
  /** The values stand open where there is room for them. */
  isOnlyNarrow: boolean;
  isOpen: boolean;
  onOpen: () => void;
};

/** The thin button that stands for the values: a strip at the side, on a phone a row. */
export function FacetRail({ active, isOnlyNarrow, isOpen, onOpen }: Props) {
  return (
    <div
      className={clsx(
        "shrink-0 px-4 pb-2 sm:px-6 md:border-r md:border-line md:px-1 md:py-0 print:hidden",
        isOnlyNarrow && "lg:hidden",
      )}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-haspopup={isOnlyNarrow ? "dialog" : undefined}
        title="Narrow by value (F)"
        className="flex h-8 items-center gap-1.5 rounded-md border border-line bg-panel px-2.5 max-md:w-full max-md:justify-center md:h-auto md:w-7 md:flex-col md:border-transparent md:bg-transparent md:px-0 md:py-2 hover:border-line-strong pointer-coarse:min-h-10"
        onClick={onOpen}
      >
        <ListFilter className="size-4 shrink-0 text-ink-soft" aria-hidden="true" />
        <span className="md:[writing-mode:vertical-rl]">Filters{active > 0 && ` (${active})`}</span>
      </button>
    </div>
  );
}
