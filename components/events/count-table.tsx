import type { ReactNode } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { formatCount } from "#components/text/format-count.ts";
import { Seen } from "#components/time/seen.tsx";
import { cn } from "#components/ui/cn.ts";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventsHref, onlyValue } from "./edit-filter.ts";

/** Something that occurs in events, how often, and which events those are. */
export type CountRow = {
  key: string;
  name: ReactNode;
  events: number;
  failures: number;
  filter: EventFilter | null;
  firstSeen?: string;
  lastSeen?: string;
};

type Props = {
  caption: string;
  nameLabel: string;
  rows: readonly CountRow[];
  /** Left out: no times. */ timeZone?: string;
};

/** What occurs how often, most first: a bar, its number and its failures, each leading to the events. */
export function CountTable({ caption, nameLabel, rows, timeZone }: Props) {
  /** The last column that a narrow page shows ends at the edge. */
  const edge = timeZone === undefined ? "" : "max-xl:pr-0";
  const most = Math.max(1, ...rows.map((row) => row.events));
  return (
    <Table className="table-fixed">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <Th>{nameLabel}</Th>
          <Th className={cn("max-sm:hidden", timeZone === undefined ? "w-[22%]" : "w-18 2xl:w-[22%]")}>
            <span className="sr-only">Share</span>
          </Th>
          <Th className="w-18 text-right">Events</Th>
          <Th className={`w-18 text-right ${edge}`}>Failures</Th>
          {timeZone !== undefined && <Th className="w-46 max-xl:hidden">Seen</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="hover:bg-sunken">
            <Td>{row.name}</Td>
            <Td className="max-sm:hidden">
              <ShareBar share={row.events / most} failureShare={row.events === 0 ? 0 : row.failures / row.events} />
            </Td>
            <Td className="text-right">
              <Count count={row.events} filter={row.filter} />
            </Td>
            <Td className={`text-right ${edge} ${row.failures > 0 ? "text-failure" : "text-ink-soft"}`}>
              <Count count={row.failures} filter={row.filter && onlyValue(row.filter, "outcome", "failure")} />
            </Td>
            {timeZone !== undefined && (
              <Td className="max-xl:hidden">
                {row.firstSeen && row.lastSeen && (
                  <Seen first={row.firstSeen} last={row.lastSeen} timeZone={timeZone} />
                )}
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Count({ count, filter }: { count: number; filter: EventFilter | null }) {
  if (filter === null || count === 0) return formatCount(count);
  return <TextLink href={eventsHref(filter)}>{formatCount(count)}</TextLink>;
}
