"use client";
import { clsx } from "clsx";
import { Ban } from "lucide-react";
import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { eventsHref } from "#components/events/edit-filter.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import type { RowEdits, TermState } from "./term-state.ts";

type Props = {
  /** What it is called where no elements fit. */
  name: string;
  label: ReactNode;
  /** Null: not known. */
  count: number | null;
  /** Of the most frequent value's count; 0 draws no bar. */
  share: number;
  state: TermState;
  /** The count belongs to what was asked before. */
  isBefore: boolean;
  /** One row of a list is reached by Tab, the others by the arrows. */
  isStop: boolean;
  edits: RowEdits;
  apply: (filter: EventFilter) => void;
};

/** Out of sight until somebody points at the row or walks to it, never out of a screen reader's reach. */
const ON_DEMAND = "sr-only group-hover:not-sr-only group-has-focus-visible:not-sr-only pointer-coarse:not-sr-only";

/** A value, how often it occurs, and what can be done about it. */
export function FacetRow({ name, label, count, share, state, isBefore, isStop, edits, apply }: Props) {
  const isExcluded = state === "excluded";
  const said = visibleText(name);

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    // Caps Lock makes a capital of it.
    const edit = { x: edits.exclude, X: edits.exclude, Delete: edits.exclude, Enter: edits.only }[event.key];
    if (edit === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    apply(edit);
  }
  function clickOnly(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    apply(edits.only);
  }

  return (
    <li className="group relative flex h-7 items-center rounded-sm px-1 pointer-coarse:h-10 hover:bg-sunken has-focus-visible:bg-sunken">
      <label className="flex h-full min-w-0 grow cursor-pointer items-center gap-2" title={said}>
        <input
          type="checkbox"
          aria-label={`${isExcluded ? "not " : ""}${said}, ${countText(count, isBefore)}`}
          className="size-3.5 shrink-0 accent-brass"
          checked={state === "included"}
          tabIndex={isStop ? 0 : -1}
          onChange={() => apply(edits.include)}
          onKeyDown={press}
        />
        {isExcluded && <span className="shrink-0 text-small font-medium">not</span>}
        <span
          className={clsx(
            "flex min-w-0 grow",
            state === "included" && "font-medium",
            // Boxes in a line take no decoration from it.
            isExcluded && "[&_bdi]:line-through [&_span]:line-through",
          )}
        >
          {label}
        </span>
      </label>
      <span className={ON_DEMAND}>
        <button
          type="button"
          tabIndex={-1}
          className="flex size-6 items-center justify-center rounded-sm text-ink-soft hover:bg-panel hover:text-ink aria-pressed:text-ink pointer-coarse:size-8"
          aria-label={`Exclude ${said}`}
          aria-pressed={isExcluded}
          title={isExcluded ? "No longer exclude it" : "Exclude it"}
          onClick={() => apply(edits.exclude)}
        >
          <Ban className="size-3.5" aria-hidden="true" />
        </button>
      </span>
      <a
        href={eventsHref(edits.only)}
        tabIndex={-1}
        title="Only this"
        className={clsx(
          "flex h-full shrink-0 items-center gap-1 pl-1 tabular-nums hover:underline",
          isBefore ? "italic text-ink-soft" : "text-ink",
        )}
        onClick={clickOnly}
      >
        <span className={clsx(ON_DEMAND, "text-small text-brass")}>only</span>
        <span className="sr-only">{said}:</span>
        {count === null ? "…" : formatCount(count)}
      </a>
      {share > 0 && (
        <span
          aria-hidden="true"
          className={clsx("absolute bottom-px left-6.5 h-0.5", isBefore ? "bg-line" : "bg-bar")}
          // What stands for something is never invisible.
          style={{ width: `max(2px, calc((100% - 1.875rem) * ${share}))` }}
        />
      )}
    </li>
  );
}

function countText(count: number | null, isBefore: boolean): string {
  if (count === null) return "not counted yet";
  return `${countOf(count, "event")}${isBefore ? " before this filter, still counting" : ""}`;
}
