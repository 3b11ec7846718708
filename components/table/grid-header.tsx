"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { cn } from "#components/ui/cn.ts";
import type { GridTable } from "./grid-columns.tsx";
import { COLUMNS, type ColumnId, WIDTH_LIMITS, withinLimits } from "./table-look.ts";
import { changeLook } from "./use-table-look.ts";

type Props = { table: GridTable; order: "asc" | "desc"; turn: () => void };
type Header = ReturnType<GridTable["getHeaderGroups"]>[number]["headers"][number];

const STEP = 8;

/** The headings; stay in sight. The time's turns the order, edges change widths. */
export function GridHeader({ table, order, turn }: Props) {
  return (
    <thead role="rowgroup" className="sticky top-0 z-10 block bg-paper max-md:hidden print:static print:bg-transparent">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} role="row" aria-rowindex={1} className="grid grid-cols-(--columns)">
          {group.headers.map((header, index) => {
            const isTime = header.column.id === "eventTime";
            return (
              <th
                key={header.id}
                role="columnheader"
                scope="col"
                aria-sort={isTime ? (order === "asc" ? "ascending" : "descending") : undefined}
                className={cn(
                  "relative flex h-8 min-w-0 items-center border-b border-line-strong bg-paper print:bg-transparent pl-[3px] pr-3 text-left text-small font-medium text-ink-soft",
                  index === 0 && "sticky left-(--first-left) z-1 pl-[7px]",
                )}
              >
                {isTime ? (
                  <TimeHeading order={order} turn={turn} />
                ) : (
                  <span className="truncate">{COLUMNS.get(header.column.id)?.label}</span>
                )}
                <ColumnEdge header={header} />
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

/** The list that is turned is another one, with headings of its own: the focus goes on to the new one. */
let isTurned = false;

function TimeHeading({ order, turn }: Omit<Props, "table">) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isTurned && document.activeElement === document.body) button.current?.focus({ preventScroll: true });
    isTurned = false;
  }, []);
  const Arrow = order === "asc" ? ArrowUp : ArrowDown;
  return (
    <button
      ref={button}
      type="button"
      className="inline-flex items-center gap-1 hover:text-ink"
      title={order === "asc" ? "Oldest first; show the newest first" : "Newest first; show the oldest first"}
      onClick={() => {
        isTurned = true;
        turn();
      }}
    >
      Time
      <Arrow className="size-3.5" aria-hidden="true" />
    </button>
  );
}

/** Dragged, or moved by arrow keys; a double click or Enter gives the column its first width back. */
function ColumnEdge({ header }: { header: Header }) {
  const id = header.column.id as ColumnId;
  const width = header.getSize();
  const set = (next: number | undefined) =>
    changeLook((look) => ({ ...look, widths: withWidth(look.widths, id, next) }));
  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowLeft: -STEP, ArrowRight: STEP };
    const step = steps[event.key];
    if (step !== undefined) set(withinLimits(width + step * (event.shiftKey ? 4 : 1)));
    else if (event.key === "Enter") set(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const startDrag = header.getResizeHandler();
  return (
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${COLUMNS.get(id)?.label}`}
      aria-valuenow={width}
      aria-valuemin={WIDTH_LIMITS.least}
      aria-valuemax={WIDTH_LIMITS.most}
      onMouseDown={startDrag}
      onTouchStart={startDrag}
      onDoubleClick={() => set(undefined)}
      onKeyDown={onKeyDown}
      className={cn(
        "absolute inset-y-1.5 right-1 w-2 cursor-col-resize touch-none border-r border-line hover:border-r-2 hover:border-brass print:hidden",
        header.column.getIsResizing() && "border-r-2 border-brass",
      )}
    />
  );
}

function withWidth(widths: Readonly<Partial<Record<ColumnId, number>>>, id: ColumnId, width: number | undefined) {
  const { [id]: _, ...others } = widths;
  return width === undefined ? others : { ...others, [id]: width };
}
