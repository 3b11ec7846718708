import type { SyncRun } from "#lib/sync/queries/run-rows.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { lengthText } from "#components/time/duration-text.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { RUN_CAUSES } from "./run-causes.ts";
import { runHref } from "./run-href.ts";
import { runProblems } from "./run-problems.ts";
import { RunStateMark } from "./run-state-mark.tsx";

const SECONDARY = "w-21 text-right max-lg:hidden";

/** Passes, newest first: listed = ingested + unchanged + skipped + failed. */
export function RunsTable({ runs, timeZone }: { runs: readonly SyncRun[]; timeZone: string }) {
  return (
    <Table className="table-fixed">
      <caption className="sr-only">Passes, newest first</caption>
      <thead>
        <tr>
          <Th className="w-51">Started</Th>
          <Th className="w-26">State</Th>
          <Th className="w-20 max-xl:hidden">Cause</Th>
          <Th className="w-26 text-right max-sm:hidden">Took</Th>
          <Th className={SECONDARY}>Listed</Th>
          <Th className={SECONDARY}>Ingested</Th>
          <Th className={SECONDARY}>Unchanged</Th>
          <Th className={SECONDARY}>Skipped</Th>
          <Th className="w-16 text-right max-md:hidden">Failed</Th>
          <Th className={SECONDARY}>Records</Th>
          <Th className="w-22 text-right max-sm:hidden">New events</Th>
          <Th className="max-md:hidden">What went wrong</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id} className="hover:bg-sunken">
            <Td className="max-md:py-1">
              <TextLink href={runHref(run.id)} title={`Pass ${run.id}`}>
                <EventTime iso={run.startedAt ?? run.requestedAt} timeZone={timeZone} />
              </TextLink>
              <p className="text-small text-ink-soft sm:hidden">
                {countOf(run.eventsInserted, "new event")}, {countOf(run.filesFailed, "failed file")}
              </p>
              <p className="whitespace-normal text-small [overflow-wrap:anywhere] md:hidden">
                <SafeText text={runProblems(run).join(" ")} />
              </p>
            </Td>
            <Td>
              <RunStateMark state={run.state} />
            </Td>
            <Td className="max-xl:hidden">{RUN_CAUSES[run.cause] ?? run.cause}</Td>
            <Td className="text-right max-sm:hidden">{run.startedAt === null ? "" : lengthText(run.elapsedMs)}</Td>
            <Td className={SECONDARY}>{formatCount(run.filesListed)}</Td>
            <Td className={SECONDARY}>{formatCount(run.filesIngested)}</Td>
            <Td className={SECONDARY}>{formatCount(run.filesUnchanged)}</Td>
            <Td className={SECONDARY}>{formatCount(run.filesSkipped)}</Td>
            <Td className={`text-right max-md:hidden ${run.filesFailed > 0 ? "text-failure" : ""}`}>
              {formatCount(run.filesFailed)}
            </Td>
            <Td className={SECONDARY}>{formatCount(run.recordsRead)}</Td>
            <Td className="text-right max-sm:hidden">{formatCount(run.eventsInserted)}</Td>
            <Td className="whitespace-normal py-1 max-md:hidden leading-4 text-small [overflow-wrap:anywhere]">
              <SafeText text={runProblems(run).join(" ")} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
