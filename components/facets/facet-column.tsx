"use client";
import { PanelLeftClose } from "lucide-react";
import { useState } from "react";
import { useFilter } from "#components/events/use-filter.ts";
import { useShortcut } from "#components/shell/use-shortcut.ts";
import { CountedFrom } from "./counted-from.ts";
import { FACET_ORDER } from "./facet-order.ts";
import { Sheet } from "#components/ui/sheet.tsx";
import { FacetRail } from "./facet-rail.tsx";
import { FacetStatus } from "./facet-status.tsx";
import { FacetSections } from "./facet-sections.tsx";
import type { FacetLayout } from "./facet-layout.ts";
import { useFacetLayout } from "./use-facet-layout.ts";
import { useIsWide } from "./use-is-wide.ts";

type Props = { asOf: number; now: Date; firstLayout: FacetLayout };

/**
 * The values beside the table, or folded to a thin button; where there is no room for them the button opens a sheet.
 * They follow the filter in the address at once, and wait for nothing else on the page.
 */
export function FacetColumn({ asOf, now, firstLayout }: Props) {
  const { filter, apply } = useFilter();
  const controls = useFacetLayout(firstLayout);
  const isWide = useIsWide();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const { isFolded } = controls.layout;
  const active = FACET_ORDER.reduce((sum, { name }) => sum + (filter.terms[name]?.length ?? 0), 0);
  useShortcut("f", () => (isWide ? controls.fold(!isFolded) : setSheetOpen(true)));

  return (
    <CountedFrom value={now}>
      <FacetRail
        active={active}
        isOnlyNarrow={!isFolded}
        isOpen={isSheetOpen}
        onOpen={() => (isWide ? controls.fold(false) : setSheetOpen(true))}
      />
      <FacetStatus />
      {!isFolded && (
        <aside
          aria-labelledby="facets"
          className="flex w-64 shrink-0 flex-col border-r border-line max-lg:hidden print:hidden"
        >
          <div className="flex h-8 shrink-0 items-center pl-6 pr-1">
            <h2 id="facets" className="grow font-semibold">
              Narrow by value
            </h2>
            <button
              type="button"
              className="flex size-7 items-center justify-center rounded-sm text-ink-soft hover:bg-sunken hover:text-ink"
              aria-label="Fold the values away"
              title="Fold the values away (F)"
              onClick={() => controls.fold(true)}
            >
              <PanelLeftClose className="size-4" aria-hidden="true" />
            </button>
          </div>
          <div className="min-h-0 grow overflow-y-auto pb-4 pl-5 pr-2">
            <FacetSections filter={filter} apply={apply} asOf={asOf} controls={controls} isEnabled={isWide} />
          </div>
        </aside>
      )}
      {isSheetOpen && !isWide && (
        <Sheet at="left" title="Narrow by value" onClose={() => setSheetOpen(false)}>
          <FacetSections filter={filter} apply={apply} asOf={asOf} controls={controls} isEnabled />
        </Sheet>
      )}
    </CountedFrom>
  );
}
