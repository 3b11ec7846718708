import type { FacetName } from "./fields.ts";

export type FacetValue = {
  /** Usable in the field's filter as a literal; null: events without one (filter `!*`). */
  value: string | null;
  /** What a person calls it, where that differs from the value (principals). */
  label?: string;
  count: number;
};

/** How often each value of a field occurs, most frequent first, then by value. */
export type Facet = {
  field: FacetName;
  values: FacetValue[];
  /** How many values there are in all; more than `values` holds when it is cut. */
  total: number;
  asOf: number;
};
