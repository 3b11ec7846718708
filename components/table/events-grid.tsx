"use client";
import { useTable } from "@tanstack/react-table";
import { useRouter } from "next/navigation";
import { type CSSProperties, type MouseEvent, startTransition, useEffect, useMemo, useRef } from "react";
import type { EventCounts } from "#lib/events/event-counts.ts";
import { eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import type { ExplorerPage } from "#lib/events/queries/explorer-page.ts";
import { useOpenEvent } from "#components/explorer/use-open-event.ts";
import { usePrinting } from "#components/shell/use-printing.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { eventAt, heldEvents, matchingIn, nextCursorOf, prevCursorOf } from "./row-window.ts";
import { GridBody } from "./grid-body.tsx";
import { gridColumns, gridFeatures, growingColumn } from "./grid-columns.tsx";
import { GridHeader } from "./grid-header.tsx";
import { GridStatus } from "./grid-status.tsx";
import { rowId } from "./grid-row.tsx";
import { PrintNote } from "./print-note.tsx";
import { rowLayout } from "./row-layout.ts";
import { setShownCount } from "./shown-count.tsx";
import type { TableLook } from "./table-look.ts";
import { useActiveRow } from "./use-active-row.ts";
import { useAnswered } from "./use-answered.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { useGridScroll } from "./use-grid-scroll.ts";
import { useLive } from "./use-live.ts";
import { useNarrow } from "./use-narrow.ts";
import { useNewest } from "./use-newest.ts";
import { useOrder } from "./use-order.ts";
import { useRowWindow } from "./use-row-window.ts";
import { changeLook, useTableLook } from "./use-table-look.ts";

type Props = {
  first: ExplorerPage;
  filter: EventFilter;
  order: "asc" | "desc";
  look: TableLook;
  timeZone: string;
  matching: Promise<Answer<EventCounts>>;
};

const CARD_HEIGHT = 76;
/** Rows above the one that the list opens at. */
const LEAD = 5;

/** The events of a filter, endless in both directions; as many rows are held and drawn as it takes. */
export function EventsGrid({ first, filter, order, look: firstLook, timeZone, matching }: Props) {
  const router = useRouter();
  const filterParams = useMemo(() => eventFilterParams(filter).toString(), [filter]);
  const openedAt = first.events.findIndex(({ eventId }) => eventId === first.around);
  const rows = useRowWindow(first, openedAt === -1 ? "start" : openedAt, `${filterParams}&order=${order}`);
  const { window } = rows;
  const troubleAfter = rows.troubles.has(nextCursorOf(window) ?? "");
  const layout = rowLayout(window, { beganAtStart: rows.openedAt === "start", hasTroubleAfter: troubleAfter });
  const firstPlace =
    { start: 0, end: layout.count }[rows.openedAt] ?? Math.max(0, layout.before + Number(rows.openedAt) - LEAD);

  const look = useTableLook(firstLook);
  const isNarrow = useNarrow();
  const isPrinting = usePrinting();
  const rowHeight = isNarrow === true ? CARD_HEIGHT : look.density;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const { origin, count } = layout;
  const { generation, want } = rows;
  const scroll = useGridScroll({ scroller, body, isNarrow, count, rowHeight, origin, generation, firstPlace });
  const from = scroll.from - origin;
  const to = scroll.to - origin;
  useEffect(() => {
    // On paper everything is in sight; that is no reason to fetch more of it.
    if (to > from && !isPrinting) want({ from, to });
  }, [from, to, want, isPrinting]);

  const openEvent = useOpenEvent();
  const active = useActiveRow({ rows, layout, scroll, openEvent });
  const [isLive, setLive] = useLive();
  const isAtNewest = order === "desc" ? scroll.isAtTop : scroll.isAtBottom;
  const newest = useNewest({ first, filterParams, rows, order, isAtNewest, isLive });
  const turn = useOrder(order);
  const onKeyDown = useGridKeys({
    active,
    fitting: scroll.fitting,
    showNew: newest.show,
    toggleLive: () => setLive(!isLive),
  });

  const matchingCount = useAnswered(matching);
  const known = window.endIndex - window.firstIndex;
  const shown = matchingIn(window, rows.outsideId);
  useEffect(() => setShownCount(shown), [shown]);
  useEffect(() => () => setShownCount(null), []);

  const data = useMemo(() => heldEvents(window), [window]);
  const columns = useMemo(() => gridColumns(look.columns), [look.columns]);
  const table = useTable({
    features: gridFeatures,
    columns,
    data,
    getRowId: (event) => event.eventId,
    meta: { filter, timeZone },
    columnResizeMode: "onChange",
    state: { columnSizing: look.widths },
    onColumnSizingChange: (update) =>
      changeLook((old) => ({ ...old, widths: typeof update === "function" ? update(old.widths) : update })),
  });
  const growing = growingColumn(look.columns);
  const tracks = table.getAllLeafColumns().map((column) => {
    // Paper doesn't scroll: its columns share what there is.
    if (isPrinting) return `minmax(0, ${column.getSize()}fr)`;
    return column.id === growing ? `minmax(${column.getSize()}px, 1fr)` : `${column.getSize()}px`;
  });

  function onClick(event: MouseEvent) {
    if (!(event.target instanceof Element) || isForTheBrowser(event)) return;
    const index = Number(event.target.closest("tr")?.dataset["index"] ?? Number.NaN);
    const clicked = eventAt(window, index);
    if (clicked === null) return;
    active.set(index);
    const link = event.target.closest("a");
    if (link === null) {
      // One who marks text to copy it wants nothing else.
      if (openEvent.eventId !== null && getSelection()?.isCollapsed !== false) openEvent.open(clicked.eventId);
      return;
    }
    // A filter is changed by what is around the table.
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (link.dataset["opens"] !== undefined) openEvent.open(clicked.eventId);
    else startTransition(() => router.push(link.getAttribute("href") ?? "/events"));
  }

  const activeEvent = active.index === null ? null : eventAt(window, active.index);
  const total = prevCursorOf(window) === null && nextCursorOf(window) === null ? known : matchingCount;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col print:block">
      {isPrinting && <PrintNote shown={data.length - (known - shown)} matching={matchingCount} />}
      <div
        ref={scroller}
        className="@container min-h-0 flex-1 [overflow-anchor:none] has-[>table:focus-visible]:outline-2 has-[>table:focus-visible]:-outline-offset-2 has-[>table:focus-visible]:outline-brass md:overflow-auto print:overflow-visible"
      >
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table is what a grid is made of
          role="grid"
          tabIndex={0}
          aria-label={order === "desc" ? "Events that match, newest first" : "Events that match, oldest first"}
          aria-rowcount={total === null ? -1 : total + 1}
          aria-activedescendant={activeEvent === null ? undefined : rowId(activeEvent.eventId)}
          className="block min-w-full outline-none md:w-(--total) print:w-full"
          style={
            {
              "--columns": tracks.join(" "),
              "--total": `${table.getTotalSize()}px`,
              // The first column stays in sight, but leaves half of the place to the others.
              "--first-left": `min(0px, 50cqw - ${table.getAllLeafColumns()[0]?.getSize() ?? 0}px)`,
              "--row": `${look.density}px`,
            } as CSSProperties
          }
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <GridHeader table={table} order={order} turn={turn} />
          <GridBody
            body={body}
            table={table}
            rows={rows}
            layout={layout}
            drawn={isPrinting ? "held" : isNarrow === null ? "first" : scroll}
            firstPlace={firstPlace}
            rowHeight={rowHeight}
            // Paper has a width of its own.
            isNarrow={isPrinting ? null : isNarrow}
            timeZone={timeZone}
            columnKey={look.columns.join(" ")}
            activeIndex={active.index}
            openId={openEvent.eventId}
            marked={newest.marked}
          />
        </table>
      </div>
      <GridStatus newest={newest} isLive={isLive} trouble={active.trouble ?? newest.trouble} />
    </div>
  );
}

/** A click that opens a tab or a window, as links of the browser do. */
function isForTheBrowser(event: MouseEvent): boolean {
  return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}
