"use client";
import { Command } from "cmdk";
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import type { Edited } from "#lib/events/query-completion.ts";
import type { QueryProblem } from "#lib/events/query-problems.ts";

type Props = {
  edited: Edited;
  problems: readonly QueryProblem[];
  inputRef: RefObject<HTMLInputElement | null>;
  /** The id of what is said of the text. */
  describedBy: string;
  onEdit: (edited: Edited) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

const TEXT = "h-11 py-3 font-mono text-body leading-5 max-sm:text-[1rem]";

/** One line for the whole query; what is not understood is underlined where it stands. */
export function QueryInput({ edited, problems, inputRef, describedBy, onEdit, onKeyDown }: Props) {
  const lines = useRef<HTMLDivElement>(null);
  const follow = () => {
    if (lines.current && inputRef.current) lines.current.scrollLeft = inputRef.current.scrollLeft;
  };
  useLayoutEffect(follow);

  /** A line holds no line ends: those of a pasted text would vanish and leave words glued together. */
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = event.clipboardData.getData("text/plain");
    if (!/[\r\n]/.test(pasted)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const start = selectionStart ?? edited.text.length;
    const line = pasted.trim().replaceAll(/\s*[\r\n]+\s*/g, " ");
    const text = `${edited.text.slice(0, start)}${line}${edited.text.slice(selectionEnd ?? start)}`;
    onEdit({ text, caret: start + line.length });
  }

  return (
    <div className="relative min-w-0 grow">
      <div
        ref={lines}
        aria-hidden="true"
        className={`${TEXT} pointer-events-none absolute inset-0 overflow-hidden whitespace-pre [-webkit-text-fill-color:transparent]`}
      >
        {underlined(edited.text, problems).map(({ text, isProblem }, index) => (
          <span
            key={index}
            className={isProblem ? "underline decoration-failure decoration-wavy underline-offset-4" : undefined}
          >
            {text}
          </span>
        ))}{" "}
      </div>
      <Command.Input
        ref={inputRef}
        value={edited.text}
        dir="ltr"
        enterKeyHint="go"
        autoCapitalize="off"
        placeholder="project:shop outcome:failure from:-30d “remote access”"
        aria-invalid={problems.length > 0}
        aria-describedby={describedBy}
        onValueChange={(text) => onEdit({ text, caret: inputRef.current?.selectionStart ?? text.length })}
        onSelect={({ currentTarget }) => {
          follow();
          const caret = currentTarget.selectionEnd ?? 0;
          if (caret !== edited.caret && currentTarget.value === edited.text) onEdit({ text: edited.text, caret });
        }}
        onScroll={follow}
        onPaste={paste}
        onKeyDown={onKeyDown}
        className={`${TEXT} relative w-full bg-transparent outline-none placeholder:text-ink-soft`}
      />
    </div>
  );
}

/** The text in stretches, those that are not understood apart. */
function underlined(text: string, problems: readonly QueryProblem[]): { text: string; isProblem: boolean }[] {
  const stretches: { text: string; isProblem: boolean }[] = [];
  let at = 0;
  for (const { start, end } of problems.toSorted((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    stretches.push({ text: text.slice(at, Math.max(at, start)), isProblem: false });
    stretches.push({ text: text.slice(Math.max(at, start), end), isProblem: true });
    at = end;
  }
  return [...stretches, { text: text.slice(at), isProblem: false }];
}
