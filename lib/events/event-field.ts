/** The tables a field's column can stand in; the queries join them under these names. */
export type FieldTable = "event" | "action" | "project" | "log_file";

/** What a field's values are. Parsing, SQL, table cells and controls depend on this and on nothing else. */
export type FieldKind =
  | { kind: "time" }
  /** A machine's name for something: set in mono, copied whole. */
  | { kind: "id" }
  | { kind: "text" }
  | { kind: "arn" }
  | { kind: "enum"; values: readonly string[] }
  | { kind: "flag" }
  /** An id, or account/region/id. */
  | { kind: "project" }
  /** An ARN, an issuer's ARN, a name or a principal's key. */
  | { kind: "principal" };

export type EventField = FieldKind & {
  /** The CSV column. */
  name: string;
  /** The key in JSON and in `EventRow`. */
  key: string;
  label: string;
  /** What stands in it, for docs/api.md. */
  about: string;
  /** The only place where SQL identifiers of events come from. */
  column: `${FieldTable}.${string}`;
  /** The name in a URL by which events are filtered; absent: not filtered by this field. */
  filter?: string;
  /** Values can be counted by `/api/facets`; only fields with a filter. */
  isFacet?: true;
  /** A column of the events table unless the reader chose others. */
  isShown?: true;
};
