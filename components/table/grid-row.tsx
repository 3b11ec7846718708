"use client";
import { FlexRender, type Row } from "@tanstack/react-table";
import { memo } from "react";
import type { EventRow } from "#lib/events/event-row.ts";
import { RowLinks } from "#components/events/row-link.tsx";
import { pathSegment } from "#components/shell/path-segment.ts";
import { cn } from "#components/ui/cn.ts";
import { EventCard } from "./event-card.tsx";
import type { gridFeatures } from "./grid-columns.tsx";

export type GridRowProps = {
  row: Row<typeof gridFeatures, EventRow>;
  /** Of the columns; another one is drawn anew. */
  columnKey: string;
  /** In the window. */
  index: number;
  /** As a reader counts, from the table's beginning; absent where that is unknown. */
  rowIndex?: number;
  timeZone: string;
  /** A card, a row, or while only style sheets can tell, both. */
  isNarrow: boolean | null;
  /** Where the keyboard is. */
  isActive: boolean;
  /** In the panel. */
  isOpen: boolean;
  isNew: boolean;
  /** There without matching the filter. */
  isOutside: boolean;
};

const STOPS = { tabIndex: 0 } as const;
const NO_STOPS = { tabIndex: -1 } as const;

/** One event. Rows are drawn by the hundred while one scrolls, so each only when something of it changed. */
export const GridRow = memo(DrawnRow, (a, b) => {
  const { row: rowA, ...restA } = a;
  const { row: rowB, ...restB } = b;
  const names = Object.keys(restA) as (keyof typeof restA)[];
  return rowA.original === rowB.original && names.every((name) => restA[name] === restB[name]);
});

function DrawnRow({ row, index, rowIndex, timeZone, isNarrow, isActive, isOpen, isNew, isOutside }: GridRowProps) {
  return (
    <tr
      role="row"
      id={rowId(row.original.eventId)}
      data-index={index}
      aria-rowindex={rowIndex}
      aria-selected={isOpen}
      className={cn(
        "group grid h-19 border-b border-line max-md:block md:h-(--row) md:grid-cols-(--columns)",
        isOpen ? "bg-brass-wash [--row-paper:var(--brass-wash)]" : "hover:bg-sunken hover:[--row-paper:var(--sunken)]",
        isActive &&
          "outline outline-line-strong -outline-offset-1 in-focus-visible:outline-2 in-focus-visible:-outline-offset-2 in-focus-visible:outline-brass",
        isNew && "row-new",
        isOutside && "border-dashed border-b-line-strong italic",
      )}
    >
      <RowLinks value={isActive ? STOPS : NO_STOPS}>
        {isNarrow !== true &&
          row.getAllCells().map((cell, column) => (
            <td
              key={cell.id}
              role="gridcell"
              className={cn(
                "flex min-w-0 items-center border-l-3 border-transparent pr-3 max-md:hidden",
                column === 0 &&
                  "sticky left-(--first-left) z-1 bg-(--row-paper,var(--paper)) pl-1 print:bg-transparent",
                column === 0 && isOpen && "border-brass",
                column === 0 && isOutside && "border-line-strong",
              )}
            >
              <div className="min-w-0 flex-1 truncate">
                <FlexRender cell={cell} />
              </div>
            </td>
          ))}
        {isNarrow !== false && (
          <td
            role="gridcell"
            className={cn("block h-full border-l-3 border-transparent pl-1 md:hidden", isOpen && "border-brass")}
          >
            <EventCard event={row.original} timeZone={timeZone} />
          </td>
        )}
      </RowLinks>
    </tr>
  );
}

/** The id of a row in the document; an event's id can hold any character. */
export function rowId(eventId: string): string {
  return `row-${pathSegment(eventId)}`;
}
