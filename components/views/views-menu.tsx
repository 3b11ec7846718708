"use client";
import { parseAsString, useQueryState } from "nuqs";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { LONGEST_NAME, type SavedView } from "#lib/views/saved-view.ts";
import { viewQuery } from "#lib/views/view-query.ts";
import { countOf } from "#components/text/format-count.ts";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Views } from "./use-views.ts";
import { ViewRow } from "./view-row.tsx";

type Props = { views: Views; open: SavedView | undefined; close: () => void };

/** All saved views, each with what can be done to it, and a name for what is shown now. */
export function ViewsMenu({ views, open, close }: Props) {
  const [, setView] = useQueryState("view", parseAsString.withOptions({ shallow: true, history: "replace" }));
  const [name, setName] = useState("");
  const input = useRef<HTMLInputElement>(null);
  // The menu comes after the popover that would have put the focus there.
  useEffect(() => input.current?.focus(), []);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const view = await views.save({ name, query: viewQuery(location.search) });
    if (view === null) return;
    await setView(view.id);
    close();
  }
  return (
    <div className="w-104 max-w-full">
      <form onSubmit={(event) => void save(event)} className="flex gap-2">
        <Input
          ref={input}
          aria-label="Name for what is shown now"
          placeholder="Save what is shown now as…"
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={name.trim() === "" || views.isBusy}>
          Save
        </Button>
      </form>
      <p role="alert" className="mt-1 text-failure empty:hidden">
        {views.problem}
      </p>
      <Rows views={views} open={open} close={close} refocus={() => input.current?.focus()} />
      <p className="mt-2 text-small text-ink-soft">
        There is no sign-in yet: whoever can open this page sees these views, and can change and delete them.
      </p>
    </div>
  );
}

function Rows({ views, open, close, refocus }: Props & { refocus: () => void }) {
  const { list } = views;
  if (list === null) {
    return (
      <div className="mt-2 flex items-center gap-3">
        The saved views could not be read.
        <Button disabled={views.isBusy} onClick={() => void views.read()}>
          Try again
        </Button>
      </div>
    );
  }
  if (list.length === 0) {
    return (
      <p className="mt-2 text-ink-soft">
        No views yet. A view is the filter, and how it is shown, under a name; others open it by its link.
      </p>
    );
  }
  return (
    <ul aria-label={countOf(list.length, "saved view")} className="mt-2 max-h-80 overflow-auto border-t border-line">
      {list.map((view) => (
        <ViewRow
          key={view.id}
          view={view}
          views={views}
          isOpen={view.id === open?.id}
          close={close}
          refocus={refocus}
        />
      ))}
    </ul>
  );
}
