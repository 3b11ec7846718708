"use client";
import { QueryClient, useQuery } from "@tanstack/react-query";
import type { Facet, FacetValue } from "#lib/events/facet.ts";
import { eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { formatCount } from "#components/text/format-count.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { FacetLabel } from "./facet-label.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { valueTerm, withoutTerm, withTerms } from "./edit-filter.ts";

type Props = { name: FacetName; filter: EventFilter; apply: (filter: EventFilter) => void; search: string };

/** Answers stay as long as the page: opening a picker again shows them at once. */
const queryClient = new QueryClient();

async function fetchFacet(name: FacetName, filter: EventFilter, signal: AbortSignal): Promise<Facet> {
  // The field's own terms would hide the values one could choose instead.
  const params = eventFilterParams(withTerms(filter, name, []));
  params.set("field", name);
  const response = await fetch(`/api/facets?${params}`, { signal });
  if (!response.ok) throw new Error(`The values could not be counted (${response.status}).`);
  return (await response.json()) as Facet;
}

/** The values that can be ticked. */
export function FacetValues({ name, filter, apply, search }: Props) {
  const others = eventFilterParams(withTerms(filter, name, [])).toString();
  const { data, error } = useQuery(
    {
      queryKey: ["facet", name, others],
      queryFn: ({ signal }) => fetchFacet(name, filter, signal),
      placeholderData: (previous) => previous,
      retry: false,
    },
    queryClient,
  );
  if (error) return <p className="w-96 max-w-full text-failure">{error.message}</p>;
  if (!data) return <Skeleton className="h-68 w-96 max-w-full" />;

  const terms = filter.terms[name] ?? [];
  const termOf = ({ value }: FacetValue) => {
    const term = valueTerm(value);
    return terms.find((other) => other.pattern === term.pattern && other.isExcluded === term.isExcluded);
  };
  const toggle = (value: FacetValue) => {
    const term = termOf(value);
    apply(term ? withoutTerm(filter, name, term) : withTerms(filter, name, [...terms, valueTerm(value.value)]));
  };
  const wanted = search.toLowerCase();
  const shown = data.values.filter(({ value, label }) =>
    `${label ?? ""} ${value ?? "none"}`.toLowerCase().includes(wanted),
  );
  const note = shown.length === 0 ? "No value fits; “Use” takes it as a pattern." : restOf(data);
  return (
    <div className="w-96 max-w-full">
      {/* Half a row at the edge says that there are more. */}
      <ul className="max-h-68 overflow-y-auto">
        {shown.map((value) => (
          <li key={value.value ?? ""}>
            <label
              className="flex h-8 cursor-pointer items-center gap-2 rounded-sm px-1 hover:bg-sunken"
              title={visibleText(value.value ?? "none")}
            >
              <input
                type="checkbox"
                className="size-3.5 shrink-0 accent-brass"
                checked={termOf(value) !== undefined}
                onChange={() => toggle(value)}
              />
              <FacetLabel name={name} value={value} />
              <span className="text-ink-soft">{formatCount(value.count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {note !== "" && <p className="mt-2 text-small text-ink-soft">{note}</p>}
    </div>
  );
}

function restOf({ values, total }: Facet): string {
  return values.length < total ? `The ${formatCount(values.length)} most frequent of ${formatCount(total)}` : "";
}
