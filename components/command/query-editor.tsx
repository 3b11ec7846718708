"use client";
import { Command } from "cmdk";
import { CornerDownLeft, Search } from "lucide-react";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { literalPattern } from "#lib/events/filter-term.ts";
import { type Edited, withValue } from "#lib/events/query-completion.ts";
import { fieldValue, parseQueryText, queryText } from "#lib/events/query-text.ts";
import { EditorFooter } from "./editor-footer.tsx";
import { QueryInput } from "./query-input.tsx";
import { QueryReading } from "./query-reading.tsx";
import { keepRecent, readRecent, withRecent } from "./recent-queries.ts";
import type { Suggestion } from "./suggestion.ts";
import { ROW, SuggestionList } from "./suggestion-list.tsx";
import { type UnknownValue, useUnknownValues } from "./unknown-values.ts";
import { useSuggestions } from "./use-suggestions.ts";

/** The row of the list that is chosen until the arrows choose another. */
export const APPLY = "apply";

type Props = {
  start: Edited;
  /** Which row of the list is chosen. */
  row: string;
  setRow: (row: string) => void;
  apply: (filter: EventFilter) => void;
  timeZone: string;
};

/** The filter as a line of text, with what it means, what is wrong with it, and what could be typed next. */
export function QueryEditor({ start, row, setRow, apply, timeZone }: Props) {
  const [edited, setEdited] = useState(start);
  const [recent, setRecent] = useState(readRecent);
  const [isAsked, setAsked] = useState(false);
  const inputRef = useRef<HTMLInputElement>(null);
  /** Where the caret belongs after a change that wasn't typed. */
  const [placed, setPlaced] = useState<{ start: number; end: number }>({ start: start.caret, end: start.caret });
  /** Behind a space that came with a choice: a comma takes its place. */
  const spaceEnd = useRef<number | null>(null);
  const readingId = useId();

  const { text, caret } = edited;
  const { filter, problems, parts } = parseQueryText(text);
  const suggestions = useSuggestions(edited, filter, recent);
  const { completion } = suggestions;
  const unknown = useUnknownValues(filter, completion.kind === "value" ? completion.typed : "");
  // What is still being typed isn't wrong yet.
  const shown = problems.filter(({ start, end }) => isAsked || caret < start || end < caret);

  useLayoutEffect(() => inputRef.current?.setSelectionRange(placed.start, placed.end), [placed]);

  function edit(next: Edited) {
    const at = spaceEnd.current;
    const isComma = at !== null && next.text === `${text.slice(0, at)},${text.slice(at)}`;
    spaceEnd.current = null;
    if (next.text !== text) setAsked(false);
    if (isComma) put({ text: `${text.slice(0, at - 1)},${text.slice(at)}`, caret: at });
    else setEdited(next);
  }
  function put(next: Edited) {
    setEdited(next);
    setPlaced({ start: next.caret, end: next.caret });
    setRow(APPLY);
    inputRef.current?.focus();
  }
  function submit(submitted = text) {
    const query = parseQueryText(submitted);
    const [first] = query.problems;
    if (first) {
      setAsked(true);
      setEdited({ text: submitted, caret: first.end });
      setPlaced({ start: first.start, end: first.end });
      return;
    }
    keepRecent(withRecent(recent, queryText(query.filter)));
    apply(query.filter);
  }
  function choose(suggestion: Suggestion) {
    if (suggestion.kind === "words") return submit(suggestion.edited.text);
    put(suggestion.edited);
    spaceEnd.current = suggestion.kind === "value" || suggestion.kind === "known" ? suggestion.edited.caret : null;
  }
  function forget(query: string) {
    setRow(APPLY);
    setRecent(keepRecent(recent.filter((other) => other !== query)));
  }
  function correct({ name, value, nearest }: UnknownValue) {
    const written = fieldValue(literalPattern(value));
    const item = parts
      .flatMap((part) => (part.kind === "field" && part.name === name ? part.items : []))
      .find((item) => text.slice(item.start, item.end) === written);
    if (item && nearest !== null) put(withValue(text, item, { pattern: literalPattern(nearest), isExcluded: false }));
  }

  function keyDown(event: KeyboardEvent<HTMLInputElement>) {
    const all = suggestions.groups.flatMap((group) => group.suggestions);
    const chosen = all.find(({ id }) => id === row);
    const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    // The list would take them; here they move the caret.
    if (event.key === "Home" || event.key === "End") event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Tab" && isPlain) {
      const isTyping = completion.kind !== "word" && completion.typed !== "";
      const taken = chosen ?? (isTyping ? all.find(({ kind }) => kind !== "words") : undefined);
      if (taken || (isTyping && suggestions.isLoading)) event.preventDefault();
      if (taken) choose(taken);
    } else if (event.key === "Delete" && event.shiftKey && chosen?.kind === "recent") {
      event.preventDefault();
      forget(chosen.text);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  }

  return (
    <Command
      label="Filter as text"
      shouldFilter={false}
      vimBindings={false}
      disablePointerSelection
      value={row}
      onValueChange={setRow}
      className="flex min-h-0 grow flex-col outline-none"
    >
      <div className="flex shrink-0 items-center gap-2 px-2 sm:px-3">
        <Search className="size-4 shrink-0 text-ink-soft" aria-hidden="true" />
        <QueryInput
          edited={edited}
          problems={shown}
          inputRef={inputRef}
          describedBy={readingId}
          onEdit={edit}
          onKeyDown={keyDown}
        />
      </div>
      <QueryReading
        id={readingId}
        text={text}
        filter={filter}
        problems={shown}
        unknown={unknown}
        timeZone={timeZone}
        goTo={(place) => {
          setPlaced({ ...place });
          inputRef.current?.focus();
        }}
        correct={correct}
      />
      <SuggestionList suggestions={suggestions} choose={choose} forget={forget}>
        <Command.Item value={APPLY} onSelect={() => submit()} className={ROW}>
          <CornerDownLeft className="size-3.5 shrink-0 text-ink-soft" aria-hidden="true" />
          {shown.length === 0 ? "Show these events" : "Show what isn’t understood"}
        </Command.Item>
      </SuggestionList>
      <EditorFooter />
    </Command>
  );
}
