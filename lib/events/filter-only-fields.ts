import type { EventField } from "./event-field.ts";

/** What events are filtered by without a column in the table or the CSV, whose columns are an agreement. */
export const FILTER_ONLY_FIELDS = [
  {
    name: "source_network",
    key: "sourceNetwork",
    label: "Network",
    kind: "id",
    column: "event.source_network",
    filter: "network",
    about: "The /24 or /48 of the address",
  },
  {
    name: "client",
    key: "client",
    label: "Client",
    kind: "id",
    column: "event.client",
    filter: "client",
    about: "What the caller used: `console`, `cli`, `sdk` or `service`",
  },
] as const satisfies readonly (EventField & { filter: string })[];
