"use client";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { queryText } from "#lib/events/query-text.ts";
import { isModalOpen } from "#components/shell/is-for-layer.ts";
import { useShortcut } from "#components/shell/use-shortcut.ts";
import { lazyPart } from "#components/ui/lazy-part.tsx";

const load = () => import("./command-dialog.tsx");
// The editor's code comes after the page can be used.
const CommandDialog = lazyPart(() => load().then((module) => module.CommandDialog), {
  name: "The editor of the filter",
  isAfloat: true,
});
/** Only to be quick: whoever then opens it is told of what doesn't come. */
const fetchEarly = () => void load().catch(() => undefined);

type Props = { filter: EventFilter; apply: (filter: EventFilter) => void; timeZone: string };

/** The whole filter as text. A click, a key typed on it, Ctrl+K, ⌘K or / open its editor. */
export function CommandBar({ filter, apply, timeZone }: Props) {
  /** What was typed to open it; null while it is closed. */
  const [typed, setTyped] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  /** Asked for, and its code is still on its way: what is typed meanwhile is kept for it. */
  const isAwaited = useRef(false);
  const text = queryText(filter);

  function open(typed: string) {
    isAwaited.current = true;
    setTyped(typed);
  }
  function close() {
    isAwaited.current = false;
    setTyped(null);
  }
  useEffect(() => {
    function keyDown(event: globalThis.KeyboardEvent) {
      if (event.defaultPrevented || event.altKey || event.isComposing || isModalOpen()) return;
      const isWithControl = event.metaKey || event.ctrlKey;
      if (isWithControl && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setTyped((now) => {
          isAwaited.current = now === null;
          return now === null ? "" : null;
        });
      } else if (isAwaited.current && !isWithControl && isCharacter(event.key)) {
        event.preventDefault();
        setTyped((now) => `${now ?? ""}${event.key}`);
      } else if (isAwaited.current && ["Tab", "Enter"].includes(event.key)) {
        // Meant for the editor, not for what has the focus until it comes.
        event.preventDefault();
      } else if (isAwaited.current && event.key === "Escape") {
        isAwaited.current = false;
        setTyped(null);
      }
    }
    document.addEventListener("keydown", keyDown);
    return () => document.removeEventListener("keydown", keyDown);
  }, []);
  // After the above: a / typed while the editor is on its way is a character.
  useShortcut("/", () => open(""));

  function typeOn(event: KeyboardEvent<HTMLButtonElement>) {
    const isTyped = isCharacter(event.key) && event.key !== " " && event.key !== "/";
    if (!isTyped || event.metaKey || event.ctrlKey || event.altKey || isAwaited.current) return;
    event.preventDefault();
    open(event.key);
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={typed !== null}
        aria-keyshortcuts="Control+K Meta+K /"
        onClick={() => open("")}
        onKeyDown={typeOn}
        onFocus={fetchEarly}
        onPointerEnter={fetchEarly}
        className="flex h-8 min-w-0 grow cursor-text contain-inline-size items-center gap-2 rounded-md border border-line-strong bg-panel pl-2 pr-1.5 text-left max-sm:basis-full sm:min-w-56 sm:basis-64"
      >
        <Search className="size-4 shrink-0 text-ink-soft" aria-hidden="true" />
        <span className="sr-only">Filter as text:</span>
        {text === "" ? (
          <span className="min-w-0 grow truncate text-ink-soft">Filter, or search the records</span>
        ) : (
          <span className="min-w-0 grow truncate font-mono text-small leading-5">{text}</span>
        )}
        <kbd aria-hidden="true" className="rounded-sm border border-line px-1 font-mono text-small text-ink-soft">
          /
        </kbd>
      </button>
      {typed !== null && (
        <CommandDialog
          filter={filter}
          apply={apply}
          close={close}
          whenOpen={() => {
            isAwaited.current = false;
          }}
          focusBack={() => button.current?.focus()}
          typed={typed}
          timeZone={timeZone}
        />
      )}
    </>
  );
}

function isCharacter(key: string): boolean {
  return [...key].length === 1;
}
