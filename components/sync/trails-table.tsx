import { Fragment } from "react";
import type { SyncState } from "#lib/sync/queries/sync-state.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { ago } from "#components/time/ago.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { PausedRow } from "./paused-row.tsx";

/** What delivers, whether something stands in its way, and when all of it was last gone through. */
export function TrailsTable({ trails, now, timeZone }: { trails: SyncState["trails"]; now: string; timeZone: string }) {
  const time = (iso: string | null) => (iso === null ? "never" : <EventTime iso={iso} timeZone={timeZone} />);
  return (
    <Table className="table-fixed">
      <caption className="sr-only">Trails</caption>
      <thead>
        <tr>
          <Th>Trail</Th>
          <Th className="w-72 max-lg:hidden">Newest log file</Th>
          <Th className="w-51">Last complete pass</Th>
          <Th className="w-51 max-md:hidden">Last pass over every folder</Th>
        </tr>
      </thead>
      <tbody>
        {trails.map((trail) => (
          <Fragment key={trail.id}>
            <tr>
              <Td
                className={`whitespace-normal py-1 font-mono text-small [overflow-wrap:anywhere] ${trail.paused ? "border-b-0" : ""}`}
                title={trail.url}
              >
                <SafeText text={trail.url} />
              </Td>
              <Td className={`max-lg:hidden ${trail.paused ? "border-b-0" : ""}`}>
                {trail.newestLogFileAt === null ? "none" : time(trail.newestLogFileAt)}{" "}
                {trail.newestLogFileAt !== null && (
                  <span className="text-small text-ink-soft">{ago(trail.newestLogFileAt, now)}</span>
                )}
              </Td>
              <Td className={trail.paused ? "border-b-0" : ""}>{time(trail.lastCompletePassAt)}</Td>
              <Td className={`max-md:hidden ${trail.paused ? "border-b-0" : ""}`}>{time(trail.lastFullPassAt)}</Td>
            </tr>
            {trail.paused && <PausedRow paused={trail.paused} timeZone={timeZone} />}
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
}
