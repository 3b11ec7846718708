import type { TrailRegion, TrailRegions } from "#lib/sync/queries/list-trail-regions.ts";
import { eventsHref, onlyValue, valueFilter } from "#components/events/edit-filter.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { ago } from "#components/time/ago.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { Foldable } from "#components/ui/foldable.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { LogFileStateMark } from "./log-file-state-mark.tsx";

type Props = { found: TrailRegions; timeZone: string };

/** How far behind each account and region is; whose log files stopped while others went on stands first. */
export function TrailRegionsSection({ found, timeZone }: Props) {
  const { regions, total, silent, now } = found;
  return (
    <section>
      <SectionHeading
        more={
          <span className="text-ink-soft">
            {regions.length < total && `The ${formatCount(regions.length)} longest silent of ${formatCount(total)}`}
          </span>
        }
      >
        Accounts and regions{" "}
        {silent > 0 && <span className="font-normal text-failure">{formatCount(silent)} silent</span>}
      </SectionHeading>
      {regions.length === 0 ? (
        <p className="border-t border-line-strong py-2 text-ink-soft">None until the first log file is listed</p>
      ) : (
        <Foldable rows={regions.length}>
          <Table className="table-fixed">
            <caption className="sr-only">Accounts and regions, the oldest sign of life first</caption>
            <thead>
              <tr>
                <Th className="md:w-56">Account and region</Th>
                <Th className="w-54 md:w-88">Newest log file, of any service</Th>
                <Th className="w-24 max-xl:hidden">Its state</Th>
                <Th className="w-72 max-lg:hidden">Newest event kept</Th>
                <Th className="w-20 text-right max-md:hidden">Due</Th>
                <Th className="w-20 text-right max-md:hidden">Failed</Th>
                <Th className="max-md:hidden">Trail</Th>
              </tr>
            </thead>
            <tbody>
              {regions.map((region) => (
                <Row
                  key={`${region.trailId}/${region.accountId}/${region.region}`}
                  region={region}
                  now={now}
                  timeZone={timeZone}
                />
              ))}
            </tbody>
          </Table>
        </Foldable>
      )}
    </section>
  );
}

type RowProps = { region: TrailRegion; now: string; timeZone: string };

function Row({ region, now, timeZone }: RowProps) {
  const events = eventsHref(onlyValue(valueFilter("account", region.accountId), "region", region.region));
  return (
    <tr className="align-top hover:bg-sunken">
      <Td className="py-1.5 font-mono text-small max-md:whitespace-normal">
        <TextLink href={events}>
          <SafeText text={region.accountId} />{" "}
          <span className="max-md:block">
            <SafeText text={region.region} />
          </span>
        </TextLink>
      </Td>
      <Td className="py-1.5 max-md:whitespace-normal">
        {region.isSilent && <span className="text-failure">Silent since </span>}
        <TextLink href={`/sync/files/${region.newestLogFileId}`}>
          <EventTime iso={region.newestLogFileAt} timeZone={timeZone} />
        </TextLink>{" "}
        <span className="whitespace-nowrap text-small text-ink-soft">{ago(region.newestLogFileAt, now)}</span>
        <p className="text-small text-ink-soft lg:hidden">
          {region.newestEventAt === null ? "No event kept yet" : `Newest event kept ${ago(region.newestEventAt, now)}`}
        </p>
        <span className="text-small text-failure md:hidden">
          {region.filesFailed > 0 && ` ${countOf(region.filesFailed, "failed file")}`}
        </span>
      </Td>
      <Td className="py-1.5 max-xl:hidden">
        <LogFileStateMark state={region.newestLogFileState} />
      </Td>
      <Td className="py-1.5 max-lg:hidden">
        {region.newestEventAt === null ? (
          <span className="text-ink-soft">none yet</span>
        ) : (
          <>
            <TextLink href={events}>
              <EventTime iso={region.newestEventAt} timeZone={timeZone} />
            </TextLink>{" "}
            <span className="text-small text-ink-soft">{ago(region.newestEventAt, now)}</span>
          </>
        )}
      </Td>
      <Td className="py-1.5 text-right max-md:hidden">{formatCount(region.filesDue)}</Td>
      <Td className={`py-1.5 text-right max-md:hidden ${region.filesFailed > 0 ? "text-failure" : ""}`}>
        {formatCount(region.filesFailed)}
      </Td>
      <Td className="py-1.5 font-mono text-small max-md:hidden">
        <SafeText text={region.trailUrl} />
      </Td>
    </tr>
  );
}
