"use client";
import type { MouseEvent } from "react";
import { X } from "lucide-react";
import { ALL_EVENTS, FILTER_FIELDS, FILTER_NAMES, type EventFilter, type TermFilterName } from "#lib/events/filter.ts";
import { filterTermValue, patternParts, patternText, type FilterTerm } from "#lib/events/filter-term.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { boundText } from "#components/time/bound-text.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventsHref, invertedTerm, withoutTerm, withRelated, withTimes } from "./edit-filter.ts";

type Chip = {
  key: string;
  label: string;
  value: string;
  relation: string;
  without: EventFilter;
  inverted?: EventFilter;
};

type Props = { filter: EventFilter; apply: (filter: EventFilter) => void; timeZone: string };

/** What the events are narrowed to, a chip each: a click on its verb turns it round, the cross takes it away. */
export function FilterChips({ filter, apply, timeZone }: Props) {
  const chips = chipsOf(filter, timeZone);
  if (chips.length === 0) {
    return (
      <p className="text-small text-ink-soft max-md:hidden print:hidden">
        All events. Narrow them down by a value at the side, by a drag over the timeline, or by text.
      </p>
    );
  }
  /** A link, so that it can be opened elsewhere; here the filter changes at once. */
  const leadsTo = (next: EventFilter) => ({
    href: eventsHref(next),
    scroll: false,
    onClick: (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      apply(next);
    },
  });
  return (
    // A list that somebody pasted scrolls by itself.
    <ul
      aria-label="Filters"
      className="flex max-h-25 min-w-0 flex-wrap items-center gap-2 overflow-y-auto print:max-h-none"
    >
      {chips.map((chip) => (
        <li
          key={chip.key}
          className="flex h-7 max-w-full items-center rounded-md border border-line bg-panel pl-2 text-small"
        >
          <span className="mr-1 shrink-0 text-ink-soft">{chip.label}</span>
          {chip.inverted === undefined ? (
            <span className="mr-1 shrink-0">{chip.relation}</span>
          ) : (
            <TextLink className="mr-1 shrink-0 underline" {...leadsTo(chip.inverted)} title="Turn round">
              {chip.relation}
            </TextLink>
          )}
          <span className="min-w-0 max-w-96">
            <MiddleEllipsis text={chip.value} tail={16} />
          </span>
          <TextLink
            {...leadsTo(chip.without)}
            aria-label={`Remove ${chip.label} ${chip.relation} ${visibleText(chip.value)}`}
            className="flex size-7 shrink-0 items-center justify-center text-ink-soft"
          >
            <X className="size-3.5" aria-hidden="true" />
          </TextLink>
        </li>
      ))}
      {chips.length > 1 && (
        <li className="text-small">
          <TextLink className="text-brass" {...leadsTo(ALL_EVENTS)}>
            Remove all
          </TextLink>
        </li>
      )}
    </ul>
  );
}

function chipsOf(filter: EventFilter, timeZone: string): Chip[] {
  return FILTER_NAMES.flatMap((name): Chip[] => {
    if (name === "from" || name === "to") {
      const bound = filter[name];
      if (bound === undefined) return [];
      const without = withTimes(filter, { ...filter, [name]: undefined });
      return [
        {
          key: name,
          label: "Time",
          relation: name === "from" ? "from" : "until",
          value: boundText(bound, timeZone),
          without,
        },
      ];
    }
    if (name === "related") {
      if (filter.related === undefined) return [];
      const value = filter.related === "only" ? "alone" : "included";
      return [{ key: name, label: "Other services", relation: "are", value, without: withRelated(filter, undefined) }];
    }
    return (filter.terms[name] ?? []).map((term) => ({
      key: `${name} ${filterTermValue(term)}`,
      label: name === "q" ? "Record" : (FILTER_FIELDS.get(name)?.label ?? name),
      ...wordsOf(name, term),
      without: withoutTerm(filter, name, term),
      inverted: invertedTerm(filter, name, term),
    }));
  });
}

function wordsOf(name: TermFilterName, { pattern, isExcluded }: FilterTerm): { relation: string; value: string } {
  if (pattern === "*") return { relation: "is", value: isExcluded ? "none" : "any" };
  const verbs =
    name === "q"
      ? ["has", "has not"]
      : patternParts(pattern).length > 1
        ? ["is like", "is not like"]
        : ["is", "is not"];
  return { relation: verbs[isExcluded ? 1 : 0] ?? "", value: patternText(pattern) };
}
