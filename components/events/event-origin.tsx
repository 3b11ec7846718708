import type { EventDetail, Withdrawal } from "#lib/events/event-detail.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Fact } from "./fact.tsx";
import { FactList } from "./fact-list.tsx";

/** Where the record was found: its hash, the log files that brought it, and other records under its id. */
export function EventOrigin({ event, timeZone }: { event: EventDetail; timeZone: string }) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <FactList title="Where it was found">
        <Fact label="Trail" value={event.trailUrl} isMono />
        <Fact label="Log file" value={event.logFile} isMono />
        {event.position !== null && (
          <Fact label="Place in file" value={String(event.position)}>
            {`Records[${event.position}]${event.isEarlierPosition ? " in an earlier version of the file" : ""}`}
          </Fact>
        )}
        <Fact label="SHA-256" value={event.recordSha256} isMono />
        <Fact label="Size" value={String(event.recordBytes)}>
          {countOf(event.recordBytes, "byte")}
        </Fact>
        <Fact label="Commit" value={String(event.commitNo)}>
          {formatCount(event.commitNo)}
        </Fact>
      </FactList>
      <section className="@container min-w-0">
        <SectionHeading>Delivered by {countOf(event.deliveriesTotal, "log file")}</SectionHeading>
        <Table className="table-fixed">
          <thead>
            <tr>
              <Th>Log file</Th>
              <Th className="w-52 @max-lg:hidden">Ingested</Th>
              <Th className="w-20 text-right">Commit</Th>
              <Th className="w-9">
                <span className="sr-only">Copy</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {event.deliveries.map((delivery) => (
              <tr key={delivery.logFileId}>
                <Td>
                  <TextLink href={`/sync/files/${delivery.logFileId}`}>
                    <MiddleEllipsis text={delivery.key} tail={44} />
                  </TextLink>
                  {delivery.withdrawal && (
                    <p className="whitespace-normal text-small text-failure">{withdrawnText(delivery.withdrawal)}</p>
                  )}
                </Td>
                <Td className="@max-lg:hidden">
                  {delivery.ingestedAt === null ? "–" : <EventTime iso={delivery.ingestedAt} timeZone={timeZone} />}
                </Td>
                <Td className="text-right">{formatCount(delivery.commitNo)}</Td>
                <Td className="p-0">
                  <CopyButton isSmall label="Copy the log file’s key" text={delivery.key} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
        {event.deliveries.length < event.deliveriesTotal && (
          <p className="mt-1 text-small text-ink-soft">The first {formatCount(event.deliveries.length)} by key</p>
        )}
      </section>
      {event.conflictsTotal > 0 && <Conflicts event={event} />}
    </div>
  );
}

function withdrawnText({ isCertain, hasOtherBytes }: Withdrawal): string {
  if (hasOtherBytes) return "Replaced since: has it with other bytes";
  return isCertain ? "Replaced since: no longer in it" : "Replaced since: not looked for in it";
}

function Conflicts({ event }: { event: EventDetail }) {
  return (
    <section className="min-w-0">
      <h2 className="font-semibold text-failure">{countOf(event.conflictsTotal, "other record")} under the same id</h2>
      <p className="text-ink-soft">
        The one in the log file with the lowest key counts; these differ from it in their bytes.
      </p>
      {event.conflicts.map((conflict) => (
        <details key={`${conflict.key} ${conflict.position}`} className="mt-2">
          <summary className="[overflow-wrap:anywhere]">
            <code className="font-mono text-small">
              <SafeText text={`${conflict.key} Records[${conflict.position}] ${conflict.sha256}`} />
            </code>
            {conflict.isWithdrawn && <span className="text-ink-soft"> In an earlier version of the file only</span>}
          </summary>
          <ScrollRegion label="Conflicting record" className="mt-1 max-h-96 rounded-md border border-line bg-panel">
            <pre className="whitespace-pre-wrap break-all p-3 font-mono text-small">
              <SafeText text={conflict.record} keepsLines />
            </pre>
          </ScrollRegion>
        </details>
      ))}
    </section>
  );
}
