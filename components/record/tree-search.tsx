"use client";
import { ChevronDown, ChevronUp, Search } from "lucide-react";
import type { KeyboardEvent } from "react";
import { formatCount } from "#components/text/format-count.ts";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { RecordTreeState } from "./use-record-tree.ts";

type Props = {
  search: RecordTreeState["search"];
  /** Before the search leads somewhere. */
  onSearch: () => void;
  /** Into the tree, where the search led. */
  onLeave: () => void;
};

/** Searches names and values: Enter to the next, Shift+Enter to the one before, Escape out of it. */
export function TreeSearch({ search, onSearch, onLeave }: Props) {
  function go(by: 1 | -1) {
    onSearch();
    search.go(by);
  }
  function find(next: string) {
    onSearch();
    search.set(next);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    else if (event.key === "ArrowDown") onLeave();
    else if (event.key === "Escape" && search.text !== "") find("");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const { text, hits, at } = search;
  return (
    <div className="flex min-w-40 grow items-center gap-1">
      <div className="relative min-w-0 grow">
        <Search className="pointer-events-none absolute left-2 top-2 size-4 text-ink-soft" aria-hidden="true" />
        <Input
          type="search"
          aria-label="Search the record"
          placeholder="Search names and values"
          className="pl-8"
          value={text}
          onChange={(event) => find(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <span role="status" className="min-w-14 text-center text-small text-ink-soft">
        {text !== "" && (hits.length === 0 ? "none" : `${formatCount(at + 1)} of ${formatCount(hits.length)}`)}
      </span>
      <Button variant="quiet" className="w-8 px-0" disabled={hits.length === 0} onClick={() => go(-1)}>
        <ChevronUp className="size-4" aria-hidden="true" />
        <span className="sr-only">The one before</span>
      </Button>
      <Button variant="quiet" className="w-8 px-0" disabled={hits.length === 0} onClick={() => go(1)}>
        <ChevronDown className="size-4" aria-hidden="true" />
        <span className="sr-only">The next one</span>
      </Button>
    </div>
  );
}
