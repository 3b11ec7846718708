import type { ReactNode } from "react";
import type { EventRow } from "#lib/events/event-row.ts";
import { eventFields, type EventKey } from "#lib/events/fields.ts";
import type { EventFilter, TermFilterName } from "#lib/events/filter.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { visibleText } from "#components/text/hidden-characters.ts";
import { projectValue } from "#components/projects/project-href.ts";
import { AccessMark } from "./access-mark.tsx";
import { eventHref } from "./event-href.ts";
import { projectOf, relatedProjectOf } from "./event-project.ts";
import { EventResource } from "./event-resource.tsx";
import { NarrowingLink } from "./narrowing-link.tsx";
import { OutcomeMark } from "./outcome-mark.tsx";
import { predicateOf } from "./predicate-of.ts";
import { principalValue } from "./principal-value.ts";
import { RelatedMark } from "./related-mark.tsx";
import { RowLink } from "./row-link.tsx";

/** What cells need beside their event: a value's link narrows the filter to that value. */
export type CellContext = { filter: EventFilter; timeZone: string };
type Cell = (event: EventRow, context: CellContext) => ReactNode;

const none = <span className="text-ink-soft max-md:hidden">–</span>;

function opening(event: EventRow, title: string, children: ReactNode): ReactNode {
  return (
    <RowLink href={eventHref(event.eventId)} isOpening title={title} className="block font-medium md:truncate">
      {children}
    </RowLink>
  );
}

function narrowing(context: CellContext, name: TermFilterName, value: string, children: ReactNode): ReactNode {
  return (
    <NarrowingLink table={context} name={name} value={value}>
      {children}
    </NarrowingLink>
  );
}

/** Cells that say more than their field's value. */
const SPECIAL: { readonly [Name in EventKey | "what" | "onWhat"]?: Cell } = {
  what: (event) => opening(event, visibleText(event.summary), <SafeText text={predicateOf(event)} />),
  summary: (event) => opening(event, visibleText(event.summary), <SafeText text={event.summary} />),
  eventId: (event) => opening(event, visibleText(event.eventId), <MiddleEllipsis text={event.eventId} />),
  onWhat: (event, context) => {
    const project = projectOf(event) ?? relatedProjectOf(event);
    if (project === null && event.isRelated) return <RelatedMark />;
    if (project === null) return <EventResource arn={event.resourceArn} none={none} />;
    return (
      <span className="flex items-center gap-1">
        {event.isRelated && <RelatedMark />}
        {narrowing(context, "project", projectValue(project), <SafeText text={project.id} />)}
      </span>
    );
  },
  projectId: (event, context) => {
    const project = projectOf(event);
    if (project === null) return none;
    return narrowing(context, "project", projectValue(project), <SafeText text={project.id} />);
  },
  principalName: (event, context) =>
    narrowing(context, "principal", principalValue(event), <SafeText text={event.principalName} />),
  access: (event, context) => narrowing(context, "access", event.access, <AccessMark access={event.access} />),
  outcome: (event, context) => {
    const { outcome, errorCode } = event;
    const mark = <OutcomeMark outcome={outcome} errorCode={errorCode} />;
    return narrowing(context, errorCode === null ? "outcome" : "error", errorCode ?? outcome, mark);
  },
};

const FIELDS = new Map(eventFields.map((field) => [field.key, field]));

/** The cell of a field or of a column in words, by the field's declared kind. */
export function EventCell({
  id,
  event,
  context,
}: {
  id: EventKey | "what" | "onWhat";
  event: EventRow;
  context: CellContext;
}) {
  const special = SPECIAL[id];
  if (special !== undefined) return special(event, context);
  const field = FIELDS.get(id);
  const value = id === "what" || id === "onWhat" ? null : event[id];
  if (field === undefined || value === null) return none;
  const text = String(value);
  if (field.kind === "time") return <EventTime iso={text} timeZone={context.timeZone} />;
  const isMono = field.kind === "id" || field.kind === "arn";
  const shown = isMono ? <MiddleEllipsis text={text} /> : <SafeText text={text} />;
  // The names of filters that fields have are all among the terms.
  if (field.filter !== undefined) return narrowing(context, field.filter as TermFilterName, text, shown);
  return isMono ? shown : <span title={visibleText(text)}>{shown}</span>;
}
