"use client";
import { Command } from "cmdk";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { FacetLabel } from "#components/facets/facet-label.tsx";
import { formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { shortenMiddle } from "#components/text/shorten-middle.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Suggestion } from "./suggestion.ts";
import type { Suggestions } from "./use-suggestions.ts";

type Props = {
  suggestions: Suggestions;
  /** What applies the text, first of all. */
  children: ReactNode;
  choose: (suggestion: Suggestion) => void;
  forget: (text: string) => void;
};

/** What the list's rows look like. */
export const ROW =
  "flex h-8 cursor-pointer items-center gap-3 rounded-sm px-2 hover:bg-sunken aria-selected:bg-brass-wash aria-selected:outline-1 aria-selected:-outline-offset-1 aria-selected:outline-brass";

/** What could be typed next, in a list that is as high whatever is in it. */
export function SuggestionList({ suggestions: { groups, isLoading, error, note }, children, choose, forget }: Props) {
  return (
    <Command.List className="min-h-24 grow basis-0 scroll-py-2 overflow-y-auto p-1.5 outline-none">
      {children}
      {groups.map(({ heading, suggestions }) => (
        <Command.Group
          key={heading}
          heading={heading}
          className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:text-small **:[[cmdk-group-heading]]:text-ink-soft"
        >
          {suggestions.map((suggestion) => (
            <Command.Item
              key={suggestion.id}
              value={suggestion.id}
              onSelect={() => choose(suggestion)}
              onClickCapture={(event) => {
                const isForgotten = (event.target as Element).closest("[data-forget]") !== null;
                if (!isForgotten || suggestion.kind !== "recent") return;
                event.stopPropagation();
                forget(suggestion.text);
              }}
              className={ROW}
            >
              <Row suggestion={suggestion} />
            </Command.Item>
          ))}
        </Command.Group>
      ))}
      {isLoading && (
        <Command.Loading label="Counting values">
          <div className="grid gap-2 p-2">
            <Skeleton className="h-5" />
            <Skeleton className="h-5" />
            <Skeleton className="h-5" />
          </div>
        </Command.Loading>
      )}
      {error !== null && (
        <p role="presentation" className="px-2 py-1.5 text-failure">
          {error} A value can be typed all the same.
        </p>
      )}
      {error === null && note !== "" && (
        <p role="presentation" className="px-2 py-1.5 text-small text-ink-soft">
          {note}
        </p>
      )}
    </Command.List>
  );
}

function Row({ suggestion }: { suggestion: Suggestion }) {
  switch (suggestion.kind) {
    case "name":
    case "known":
      return (
        <>
          <span className="w-24 shrink-0 font-mono text-small">{suggestion.text}</span>
          <span className="min-w-0 truncate text-ink-soft">{suggestion.about}</span>
        </>
      );
    case "value":
      return (
        <>
          <FacetLabel name={suggestion.field} value={suggestion.value} />
          <span className="ml-auto shrink-0 tabular-nums text-ink-soft">{formatCount(suggestion.value.count)}</span>
        </>
      );
    case "recent":
      return (
        <>
          <span className="min-w-0 grow truncate font-mono text-small">
            <SafeText text={suggestion.text} />
          </span>
          <span
            data-forget=""
            aria-hidden="true"
            title="Forget this query (Shift+Delete)"
            className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-soft hover:bg-panel hover:text-ink"
          >
            <X className="size-3.5" />
          </span>
        </>
      );
    case "words":
      return (
        <span className="min-w-0 truncate">
          Search the records for “<SafeText text={shortenMiddle(suggestion.text, 60)} />”
        </span>
      );
  }
}
