"use client";
import { Dialog } from "radix-ui";
import { useRef, useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { queryText } from "#lib/events/query-text.ts";
import { APPLY, QueryEditor } from "./query-editor.tsx";

type Props = {
  filter: EventFilter;
  apply: (filter: EventFilter) => void;
  close: () => void;
  /** Called once the line is there and has the focus. */
  whenOpen: () => void;
  /** Called when the focus has to go back to where the dialog was opened. */
  focusBack: () => void;
  /** What was typed to open it. */
  typed: string;
  timeZone: string;
};

/**
 * The editor over the page, as high whatever is in it; on a phone a sheet at its upper edge. Not modal in Radix's sense: that would put a style
 * into the document that the content policy refuses.
 */
export function CommandDialog({ filter, apply, close, whenOpen, focusBack, typed, timeZone }: Props) {
  const [row, setRow] = useState(APPLY);
  const isLeft = useRef(false);
  const text = queryText(filter);
  const start = `${text}${text === "" ? "" : " "}${typed}`;
  return (
    <Dialog.Root open modal={false} onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <div className="fixed inset-0 z-40 bg-ink/15 dark:bg-paper/60" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-0 top-0 z-50 flex h-[31rem] max-h-dvh flex-col border-line bg-panel shadow-popover outline-none max-sm:border-b sm:left-6 sm:right-auto sm:top-14 sm:max-h-[calc(100dvh-4rem)] sm:w-[min(46rem,calc(100vw-3rem))] sm:rounded-md sm:border"
          onOpenAutoFocus={(event) => {
            // Radix would select the whole text; the caret stays at its end.
            event.preventDefault();
            (event.currentTarget as Element).querySelector("input")?.focus();
            whenOpen();
          }}
          onEscapeKeyDown={(event) => {
            // One level at a time: first from the list back to the line.
            if (row === APPLY) return;
            event.preventDefault();
            setRow(APPLY);
          }}
          onInteractOutside={() => {
            isLeft.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!isLeft.current) focusBack();
          }}
        >
          <Dialog.Title className="sr-only">Filter events</Dialog.Title>
          <QueryEditor
            start={{ text: start, caret: start.length }}
            row={row}
            setRow={setRow}
            timeZone={timeZone}
            apply={(next) => {
              apply(next);
              close();
            }}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
