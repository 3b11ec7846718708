import type { LogFileVersion } from "#lib/sync/queries/list-versions.ts";
import type { VersionPart } from "#lib/sync/queries/version-parts.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { shortenMiddle } from "#components/text/shorten-middle.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { partName } from "./part-name.ts";
import { versionHref } from "./version-href.ts";

type Props = { fileId: number; versions: readonly LogFileVersion[]; timeZone: string };

/** The contents that a file had under its key, in their order, each with its difference from the one before. */
export function LogFileVersions({ fileId, versions, timeZone }: Props) {
  return (
    <section id="versions" className="min-w-0">
      <h2 className="border-b border-line-strong pb-1 font-semibold">{countOf(versions.length, "version")}</h2>
      <p className="py-1 text-ink-soft">
        Its content changed under its key. The events of every version stay; each is compared with the one before it.
      </p>
      <ScrollRegion label="Versions">
        <Table>
          <thead>
            <tr>
              <Th>Version</Th>
              <Th>First read</Th>
              <Th className="max-md:hidden">SHA-256</Th>
              <Th className="text-right max-md:hidden">Bytes</Th>
              <Th className="text-right">Records</Th>
              <Th className="text-right">{partName("gone")}</Th>
              <Th className="text-right">{partName("both")}</Th>
              <Th className="text-right">{partName("added")}</Th>
              <Th className="text-right">{partName("unsure")}</Th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version, index) => (
              <tr key={version.fromCommitNo} className="align-top">
                <Td className="max-w-80 py-1.5">
                  {formatCount(index + 1)}
                  {version.toCommitNo === null && ", the present one"}
                  {version.reason !== null && (
                    <p className="whitespace-normal text-failure [overflow-wrap:anywhere]">
                      <SafeText text={version.reason} />
                    </p>
                  )}
                </Td>
                <Td className="py-1.5">
                  {version.since === null ? "–" : <EventTime iso={version.since} timeZone={timeZone} />}
                </Td>
                <Td className="py-1.5 font-mono text-small max-md:hidden" title={version.sha256 ?? undefined}>
                  {version.sha256 === null ? "–" : shortenMiddle(version.sha256, 13)}
                </Td>
                <Td className="py-1.5 text-right max-md:hidden">{formatCount(version.sizeBytes)}</Td>
                <Td className="py-1.5 text-right">{formatCount(version.recordsRead)}</Td>
                <Part fileId={fileId} version={version} part="gone" />
                <Part fileId={fileId} version={version} part="both" />
                <Part fileId={fileId} version={version} part="added" />
                <Part fileId={fileId} version={version} part="unsure" />
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </section>
  );
}

function Part({ fileId, version, part }: { fileId: number; version: LogFileVersion; part: VersionPart }) {
  const { difference, fromCommitNo } = version;
  const count = difference?.[part] ?? 0;
  return (
    <Td className="py-1.5 text-right">
      {difference === null ? (
        "–"
      ) : count === 0 ? (
        "0"
      ) : (
        <TextLink href={versionHref(fileId, { version: fromCommitNo, part })}>{formatCount(count)}</TextLink>
      )}
      {part === "both" && difference !== null && difference.changed > 0 && (
        <p className="text-failure">{formatCount(difference.changed)} with other bytes</p>
      )}
    </Td>
  );
}
