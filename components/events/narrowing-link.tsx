import type { ReactNode } from "react";
import { ALL_EVENTS, FILTER_FIELDS, type EventFilter } from "#lib/events/filter.ts";
import type { FieldFilterName } from "#lib/events/fields.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventsHref, onlyValue } from "./edit-filter.ts";

type Props = {
  table?: { filter: EventFilter };
  name: FieldFilterName;
  value: string;
  children: ReactNode;
};

/** A value in a list of events: leads to those among them that have it. */
export function NarrowingLink({ table, name, value, children }: Props) {
  const label = FILTER_FIELDS.get(name)?.label ?? name;
  return (
    <TextLink
      href={eventsHref(onlyValue(table?.filter ?? ALL_EVENTS, name, value))}
      title={`${label}: ${visibleText(value)}`}
      className="block truncate"
    >
      {children}
    </TextLink>
  );
}
