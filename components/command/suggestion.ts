import type { FacetName } from "#lib/events/fields.ts";
import type { FacetValue } from "#lib/events/facet.ts";
import type { Edited } from "#lib/events/query-completion.ts";

/** Something that can be chosen, and the text that comes of it. */
export type Suggestion = { id: string; edited: Edited } & (
  | { kind: "name" | "known"; text: string; about: string }
  | { kind: "value"; field: FacetName; value: FacetValue }
  | { kind: "recent"; text: string }
  /** Applied at once. */
  | { kind: "words"; text: string }
);

export type SuggestionGroup = { heading: string; suggestions: Suggestion[] };
