"use client";
import { Button } from "#components/ui/button.tsx";
import type { FacetState } from "./use-facet.ts";

type Props = Pick<FacetState, "facet" | "isBefore" | "trouble" | "again"> & { isFound: boolean; isSearched: boolean };

/** What a section has to say beside its values: why they are not what was asked for, or why there are none. */
export function FacetNote({ facet, isBefore, trouble, again, isFound, isSearched }: Props) {
  if (trouble !== null) {
    return (
      <div className="px-1 py-1 text-small">
        <p className="text-failure">{trouble.message}</p>
        {isBefore && <p className="text-ink-soft">The numbers are those of before this filter.</p>}
        <Button className="mt-1 h-7 text-small pointer-coarse:h-10" onClick={again}>
          Try again
        </Button>
      </div>
    );
  }
  if (facet === undefined || isFound) return null;
  const why = isSearched ? "No value fits." : "No events to count.";
  return <p className="px-1 py-1 text-small text-ink-soft">{why}</p>;
}
