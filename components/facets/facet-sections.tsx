"use client";
import type { EventFilter } from "#lib/events/filter.ts";
import { FACET_ORDER } from "./facet-order.ts";
import { FacetSection } from "./facet-section.tsx";
import type { FacetLayoutControls } from "./use-facet-layout.ts";

type Props = {
  filter: EventFilter;
  apply: (filter: EventFilter) => void;
  asOf: number;
  controls: FacetLayoutControls;
  /** Nobody counts what nobody sees. */
  isEnabled: boolean;
};

/** Every field one can narrow by; only the open ones are counted. */
export function FacetSections({ filter, apply, asOf, controls, isEnabled }: Props) {
  return FACET_ORDER.map(({ name }) => (
    <FacetSection
      key={name}
      name={name}
      filter={filter}
      apply={apply}
      asOf={asOf}
      rows={controls.layout.open[name]}
      onToggle={() => controls.toggle(name)}
      onRows={(rows) => controls.remember(name, rows)}
      isEnabled={isEnabled}
    />
  ));
}
