"use client";
import type { FacetValue } from "#lib/events/facet.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { facetValueTitle } from "./facet-value-name.ts";
import { type FacetState, useFacet } from "./use-facet.ts";
import { useSettled } from "./use-settled.ts";

type Question = {
  name: FacetName;
  filter: EventFilter;
  asOf: number;
  isEnabled: boolean;
  /** The most values that will be shown. */
  most: number;
  /** A part of the names of those that are looked for; empty: of all. */
  search: string;
};

/** More than is shown at first, so that the first "more" is there already. */
const ASKED_FIRST = 50;
const SEARCH_DELAY_MS = 250;

/**
 * The values of a field that a search finds, most frequent first. What is here may be all that there is; only where
 * the answer is cut is the server asked to look among the rest.
 */
export function useFacetSearch({ most, search, ...question }: Question): FacetState & {
  values: FacetValue[];
  /** How many there are of which `values` are the most frequent. */
  total: number;
} {
  const limit = Math.max(most, ASKED_FIRST);
  const wanted = search.trim().toLowerCase();
  const settled = useSettled(wanted, SEARCH_DELAY_MS);
  const all = useFacet({ ...question, limit });
  const isCut = all.facet !== undefined && all.facet.values.length < all.facet.total;
  const isAsked = question.isEnabled && isCut && wanted !== "" && settled !== "";
  const found = useFacet({ ...question, limit, search: settled, isEnabled: isAsked });
  if (wanted === "") return { ...all, values: all.facet?.values ?? [], total: all.facet?.total ?? 0 };

  const state = isAsked ? found : all;
  const facet = (isAsked ? found.facet : undefined) ?? all.facet;
  const values =
    facet?.values.filter((value) =>
      `${facetValueTitle(question.name, value)} ${value.value ?? ""}`.toLowerCase().includes(wanted),
    ) ?? [];
  const isWhole = facet === found.facet && settled === wanted;
  return { ...state, facet, values, total: isWhole ? (facet?.total ?? 0) : values.length };
}
