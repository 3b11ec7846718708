import { createColumnHelper, metaHelper, tableFeatures } from "@tanstack/react-table";
import { EVENT_FIELDS, type EventKey } from "#lib/events/fields.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { visibleText } from "#components/text/hidden-characters.ts";
import { projectValue } from "#components/projects/project-href.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { AccessMark } from "./access-mark.tsx";
import { eventHref } from "./event-href.ts";
import { projectOf, relatedProjectOf } from "./event-project.ts";
import { EventResource } from "./event-resource.tsx";
import { NarrowingLink } from "./narrowing-link.tsx";
import { OutcomeMark } from "./outcome-mark.tsx";
import { predicateOf } from "./predicate-of.ts";
import { principalValue } from "./principal-value.ts";
import { RelatedMark } from "./related-mark.tsx";

type ColumnMeta = { /** Width of the column. */ head: string; /** Place in a narrow page's card. */ cell: string };
type TableMeta = { filter: EventFilter; timeZone: string };

export const eventFeatures = tableFeatures({
  columnMeta: metaHelper<ColumnMeta>(),
  tableMeta: metaHelper<TableMeta>(),
});

const helper = createColumnHelper<typeof eventFeatures, EventRow>();
const labels = new Map<string, string>(EVENT_FIELDS.map((field) => [field.key, field.label]));
const label = (key: EventKey) => labels.get(key) ?? key;
const none = <span className="text-ink-soft max-md:hidden">–</span>;

/** The columns of a list of events: when, who, what, on which project, how it ended, from where. */
export const eventColumns = helper.columns([
  helper.accessor("eventTime", {
    header: label("eventTime"),
    meta: { head: "w-51", cell: "order-1" },
    cell: ({ getValue, table }) => <EventTime iso={getValue()} timeZone={table.options.meta?.timeZone ?? "UTC"} />,
  }),
  helper.accessor("principalName", {
    header: label("principalName"),
    meta: { head: "w-[14%]", cell: "order-5" },
    cell: ({ row, table }) => (
      <NarrowingLink table={table.options.meta} name="principal" value={principalValue(row.original)}>
        <SafeText text={row.original.principalName} />
      </NarrowingLink>
    ),
  }),
  helper.accessor("summary", {
    header: "What happened",
    meta: { head: "", cell: "order-3 basis-full whitespace-normal md:whitespace-nowrap" },
    cell: ({ getValue, row }) => (
      <TextLink href={eventHref(row.original.eventId)} title={visibleText(getValue())} className="font-medium">
        <SafeText text={predicateOf(row.original)} />
      </TextLink>
    ),
  }),
  helper.accessor("eventName", {
    header: label("eventName"),
    meta: { head: "w-[14%] max-2xl:hidden", cell: "max-2xl:hidden" },
    cell: ({ getValue, table }) => (
      <NarrowingLink table={table.options.meta} name="action" value={getValue()}>
        <MiddleEllipsis text={getValue()} />
      </NarrowingLink>
    ),
  }),
  helper.accessor("projectId", {
    header: "Project, resource",
    meta: { head: "w-[9%] min-w-28", cell: "order-6" },
    cell: ({ row: { original }, table }) => {
      const project = projectOf(original) ?? relatedProjectOf(original);
      if (project === null && original.isRelated) return <RelatedMark />;
      if (project === null) return <EventResource arn={original.resourceArn} none={none} />;
      return (
        <span className="flex items-center gap-1">
          {original.isRelated && <RelatedMark />}
          <NarrowingLink table={table.options.meta} name="project" value={projectValue(project)}>
            <SafeText text={project.id} />
          </NarrowingLink>
        </span>
      );
    },
  }),
  helper.accessor("access", {
    header: label("access"),
    meta: { head: "w-20", cell: "order-2 ml-auto" },
    cell: ({ getValue, table }) => (
      <NarrowingLink table={table.options.meta} name="access" value={getValue()}>
        <AccessMark access={getValue()} />
      </NarrowingLink>
    ),
  }),
  helper.accessor("outcome", {
    header: label("outcome"),
    meta: { head: "w-46", cell: "order-4" },
    cell: ({ getValue, row, table }) => {
      const { errorCode } = row.original;
      return (
        <NarrowingLink
          table={table.options.meta}
          name={errorCode === null ? "outcome" : "error"}
          value={errorCode ?? getValue()}
        >
          <OutcomeMark outcome={getValue()} errorCode={errorCode} />
        </NarrowingLink>
      );
    },
  }),
  helper.accessor("sourceIp", {
    header: label("sourceIp"),
    meta: { head: "w-31 max-lg:hidden", cell: "max-lg:hidden" },
    cell: ({ getValue, table }) => {
      const address = getValue();
      if (address === null) return none;
      return (
        <NarrowingLink table={table.options.meta} name="ip" value={address}>
          <MiddleEllipsis text={address} />
        </NarrowingLink>
      );
    },
  }),
]);
