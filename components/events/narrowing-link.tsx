import type { ReactNode } from "react";
import { ALL_EVENTS, FILTER_FIELDS, type EventFilter, type TermFilterName } from "#lib/events/filter.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { eventsHref, onlyValue } from "./edit-filter.ts";
import { RowLink } from "./row-link.tsx";

type Props = {
  table?: { filter: EventFilter };
  name: TermFilterName;
  value: string;
  children: ReactNode;
};

/** A value in a list of events: leads to those among them that have it. */
export function NarrowingLink({ table, name, value, children }: Props) {
  const label = FILTER_FIELDS.get(name)?.label ?? name;
  return (
    <RowLink
      href={eventsHref(onlyValue(table?.filter ?? ALL_EVENTS, name, value))}
      title={`${label}: ${visibleText(value)}`}
      className="block truncate"
    >
      {children}
    </RowLink>
  );
}
