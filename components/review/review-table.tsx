import type { ReactNode } from "react";
import type { EventRow } from "#lib/events/event-row.ts";
import { eventHref } from "#components/events/event-href.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { formatCount } from "#components/text/format-count.ts";
import { timeParts } from "#components/time/format-time.ts";
import { cn } from "#components/ui/cn.ts";
import { CutNote } from "#components/ui/cut-note.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** An entry: what its columns hold, and the event that it rests on. */
type Entry = { key: string; event: EventRow; cells: readonly ReactNode[] };

type Props = {
  title: string;
  /** What stands there when there are no entries. */ none: string;
  columns: readonly (readonly [label: string, className?: string])[];
  entries: readonly Entry[];
  /** Empty columns to fill in by hand. */
  isFilledIn?: boolean;
};

/** What a page, and a stack of paper, can hold; the CSV has no bound. */
const MAX_ENTRIES = 1_000;
/** Of a table that isn't longer, no page has only the head. */
const KEPT_TOGETHER = 6;

const CELL = "pt-1.5 pr-3 align-top [overflow-wrap:anywhere]";
const FILLED_IN = [
  ["Keep", "w-14"],
  ["Revoke", "w-16"],
  ["Comment", "w-[17%]"],
] as const;

/**
 * A table made for paper: everything wraps, its head comes again on every page, and no entry is cut. Below each entry
 * stands its evidence.
 */
export function ReviewTable({ title, none, columns, entries, isFilledIn = false }: Props) {
  const filledIn = isFilledIn ? FILLED_IN : [];
  return (
    <section className={cn("min-w-0", entries.length <= KEPT_TOGETHER && "break-inside-avoid")}>
      <div className="break-after-avoid">
        <SectionHeading>
          {title} <span className="font-normal text-ink-soft">{formatCount(entries.length)}</span>
        </SectionHeading>
      </div>
      {entries.length === 0 ? (
        <p className="border-t border-line-strong py-2 text-ink-soft">{none}</p>
      ) : (
        <ScrollRegion label={title} className="print:overflow-visible">
          <table className="w-full min-w-[56rem] table-fixed border-collapse text-left text-small print:min-w-0">
            <caption className="sr-only">{title}</caption>
            <thead className="table-header-group break-after-avoid">
              <tr>
                {[...columns, ...filledIn].map(([label, className]) => (
                  <Head key={label} className={className} label={label} />
                ))}
              </tr>
            </thead>
            {entries.slice(0, MAX_ENTRIES).map(({ key, event, cells }, index) => (
              <tbody key={key} className={cn("break-inside-avoid", index === 0 && "break-before-avoid")}>
                <tr>
                  {columns.map(([label], column) => (
                    <td key={label} className={CELL}>
                      {cells[column]}
                    </td>
                  ))}
                  {filledIn.map(([label]) => (
                    <td key={label} rowSpan={2} className={cn(CELL, "border-b border-l border-line pl-2")}>
                      {label !== "Comment" && <Box />}
                    </td>
                  ))}
                </tr>
                <tr>
                  <td colSpan={columns.length} className="border-b border-line pr-3 pb-1.5 [overflow-wrap:anywhere]">
                    <Evidence event={event} />
                  </td>
                </tr>
              </tbody>
            ))}
          </table>
          <CutNote shown={MAX_ENTRIES} total={entries.length}>
            The CSV has all of them.
          </CutNote>
        </ScrollRegion>
      )}
    </section>
  );
}

function Head({ label, className }: { label: string; className?: string }) {
  return (
    <th
      scope="col"
      className={cn("border-b border-line-strong py-1 pr-3 align-bottom font-medium text-ink-soft", className)}
    >
      {label}
    </th>
  );
}

/** To be ticked with a pen. */
function Box() {
  return <span aria-hidden="true" className="mt-0.5 block size-3.5 border border-line-strong" />;
}

/** The event that an entry rests on: its id, and the log file that delivered it. */
function Evidence({ event }: { event: EventRow }) {
  return (
    <span className="font-mono leading-4 text-ink-soft">
      <TextLink className="text-ink underline decoration-line-strong" href={eventHref(event.eventId)}>
        <SafeText text={event.eventId} />
      </TextLink>{" "}
      <SafeText text={event.logFile} />
    </span>
  );
}

/** Who made the call. */
export function DoneBy({ event }: { event: EventRow }) {
  return (
    <>
      <TextLink className="font-medium" href={`/principals/${event.principalRef}`}>
        <SafeText text={event.principalName} />
      </TextLink>
      {event.principalArn !== null && <Arn arn={event.principalArn} />}
    </>
  );
}

/** Whom it was done to: the name that people know, and the whole ARN. */
export function Member({ userArn }: { userArn: string | null }) {
  if (userArn === null) return <span className="text-ink-soft">Not recorded</span>;
  return (
    <>
      <span className="font-medium">
        <SafeText text={userArn.slice(Math.max(userArn.lastIndexOf("/"), userArn.lastIndexOf(":")) + 1)} />
      </span>
      <Arn arn={userArn} />
    </>
  );
}

function Arn({ arn }: { arn: string }) {
  return (
    <span className="block font-mono leading-4 text-ink-soft">
      <SafeText text={arn} />
    </span>
  );
}

/** When, in the zone of the pages, with its offset: the day above the time. */
export function When({ iso, timeZone }: { iso: string | null; timeZone: string }) {
  if (iso === null) return <span className="text-ink-soft">Before the records</span>;
  const { date, time, offset } = timeParts(iso, timeZone);
  return (
    <time dateTime={iso} className="font-mono whitespace-nowrap">
      {date}
      <br />
      {time} <span className="text-ink-soft">{offset}</span>
    </time>
  );
}
