"use client";
import type { RefObject } from "react";
import { formatCount } from "#components/text/format-count.ts";
import { PlaceRow, SkeletonPlace, TroublePlace } from "./edge-place.tsx";
import type { GridTable } from "./grid-columns.tsx";
import { GridRow } from "./grid-row.tsx";
import type { RowLayout } from "./row-layout.ts";
import { eventsBetween, matchingIn, nextCursorOf, prevCursorOf } from "./row-window.ts";
import type { Rows } from "./use-row-window.ts";

type Props = {
  body: RefObject<HTMLTableSectionElement | null>;
  table: GridTable;
  rows: Rows;
  layout: RowLayout;
  /** The places in sight; the first ones, before a browser knows; or for paper all rows that are held. */
  drawn: { from: number; to: number } | "first" | "held";
  firstPlace: number;
  rowHeight: number;
  isNarrow: boolean | null;
  timeZone: string;
  columnKey: string;
  activeIndex: number | null;
  openId: string | null;
  marked: ReadonlySet<string>;
};

/** Rows that a server draws and that are there without JavaScript. */
const FIRST_ROWS = 40;

/** The rows in sight in a body as high as all of them. */
export function GridBody(props: Props) {
  const { body, rows, layout, drawn, firstPlace, rowHeight } = props;
  const isVirtual = typeof drawn === "object";
  const from = isVirtual ? drawn.from : drawn === "first" ? Math.min(firstPlace, layout.count - 1) : layout.before;
  const to = isVirtual ? drawn.to : drawn === "first" ? Math.min(from + FIRST_ROWS, layout.count) : layout.count;
  const events = eventsBetween(rows.window, from - layout.origin, to - layout.origin);
  const [firstTrouble] = rows.troubles.values();
  const firstGap = events.findIndex((event, offset) => event === null && isKnown(rows, from + offset - layout.origin));

  function place(offset: number) {
    const index = from + offset - layout.origin;
    const event = events[offset];
    if (event) return <EventPlace key={event.eventId} {...props} eventId={event.eventId} index={index} />;
    if (drawn === "held") return null;
    const key = `place ${from + offset}`;
    const { window, troubles, retry } = rows;
    const [cursor, isEdge] =
      index < window.firstIndex
        ? [prevCursorOf(window), index === window.firstIndex - 1]
        : [nextCursorOf(window), index === window.endIndex];
    if (isKnown(rows, index)) {
      if (offset === firstGap && firstTrouble)
        return <TroublePlace key={key} message={firstTrouble.message} retry={retry} />;
      return <SkeletonPlace key={key} />;
    }
    if (cursor === null) return <PlaceRow key={key}>{endText(rows, index)}</PlaceRow>;
    const trouble = troubles.get(cursor);
    if (trouble === undefined) return <SkeletonPlace key={key} />;
    if (isEdge) return <TroublePlace key={key} message={trouble.message} retry={retry} />;
    return (
      <PlaceRow key={key} isSilent>
        {null}
      </PlaceRow>
    );
  }

  return (
    <tbody
      ref={body}
      role="rowgroup"
      className="block"
      style={isVirtual ? { height: layout.count * rowHeight, paddingTop: from * rowHeight } : undefined}
    >
      {events.map((_, offset) => place(offset))}
    </tbody>
  );
}

function isKnown({ window }: Rows, index: number): boolean {
  return index >= window.firstIndex && index < window.endIndex;
}

function endText({ window, outsideId }: Rows, index: number): string {
  if (index < window.firstIndex) return "Start of the list";
  const isWhole = prevCursorOf(window) === null;
  return isWhole ? `End: all ${formatCount(matchingIn(window, outsideId))} shown` : "End of the list";
}

function EventPlace({ table, rows, eventId, index, ...props }: Props & { eventId: string; index: number }) {
  const row = table.getRowModel().rowsById[eventId];
  if (row === undefined) return null;
  const isCounted = prevCursorOf(rows.window) === null;
  return (
    <GridRow
      row={row}
      index={index}
      columnKey={props.columnKey}
      rowIndex={isCounted ? index - rows.window.firstIndex + 2 : undefined}
      timeZone={props.timeZone}
      isNarrow={props.isNarrow}
      isActive={index === props.activeIndex}
      isOpen={eventId === props.openId}
      isNew={props.marked.has(eventId)}
      isOutside={eventId === rows.outsideId}
    />
  );
}
