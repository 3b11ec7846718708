"use client";
import { useQueries } from "@tanstack/react-query";
import type { EventFilter } from "#lib/events/filter.ts";
import { patternParts } from "#lib/events/filter-term.ts";
import { nearestText } from "#lib/events/nearest-text.ts";
import { queryClient } from "#components/explorer/query-client.ts";
import { MOST_VALUES } from "#components/facets/ask-facet.ts";
import { facetQuery } from "./facet-query.ts";

/** A value that no event has, whatever the rest of the filter. */
export type UnknownValue = { name: "project" | "action" | "source"; value: string; nearest: string | null };

/** Fields that are counted from sums and not from the events, so that asking costs nothing. */
const CHEAP = ["project", "action", "source"] as const;
const ALL: EventFilter = { related: "include", terms: {} };

/**
 * The values of a filter that nothing has, and what is spelled nearly so. Only where all values are at hand.
 * @param typed the value that is still being typed.
 */
export function useUnknownValues(filter: EventFilter, typed: string): UnknownValue[] {
  const asked = CHEAP.map((name) => ({
    name,
    values: (filter.terms[name] ?? [])
      .filter(({ pattern, isExcluded }) => !isExcluded && patternParts(pattern).length === 1)
      .map(({ pattern }) => patternParts(pattern)[0] ?? "")
      .filter((value) => value !== typed),
  }));
  const answers = useQueries(
    {
      queries: asked.map(({ name, values }) => ({ ...facetQuery(name, ALL, MOST_VALUES), enabled: values.length > 0 })),
    },
    queryClient,
  );
  return asked.flatMap(({ name, values }, index) => {
    const facet = answers[index]?.data;
    if (!facet || facet.values.length < facet.total) return [];
    const known = new Set(facet.values.flatMap(({ value }) => (value === null ? [] : spellings(name, value))));
    return values
      .filter((value) => !known.has(value))
      .map((value) => ({ name, value, nearest: nearestText(value, known) }));
  });
}

/** A project is known by its id, too. */
function spellings(name: UnknownValue["name"], value: string): string[] {
  return name === "project" ? [value.split("/").slice(2).join("/"), value] : [value];
}
