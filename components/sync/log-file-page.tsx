import Link from "next/link";
import type { LogFileDetail } from "#lib/sync/queries/get-log-file.ts";
import type { VersionEvent } from "#lib/sync/queries/list-version-events.ts";
import { Fact } from "#components/events/fact.tsx";
import { FactList } from "#components/events/fact-list.tsx";
import { countOf } from "#components/text/format-count.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { LogFileNote } from "./log-file-note.tsx";
import { LogFileStateMark } from "./log-file-state-mark.tsx";
import { LogFileVersions } from "./log-file-versions.tsx";
import { logFilesHref } from "./log-files-href.ts";
import { recordsText } from "./records-text.ts";
import { runHref } from "./run-href.ts";
import { RejectedRecords } from "./rejected-records.tsx";
import { VersionEvents } from "./version-events.tsx";
import type { VersionAddress } from "./version-href.ts";

type Props = {
  file: LogFileDetail;
  /** Which events of a version are asked for, and the first of them. */
  chosen?: VersionAddress & { events: readonly VersionEvent[] };
  timeZone: string;
};

/** What the ledger knows of one file: where it is, what became of it and of its records, and what it was before. */
export function LogFilePage({ file, chosen, timeZone }: Props) {
  const number = file.versions.findIndex(({ fromCommitNo }) => fromCommitNo === chosen?.version) + 1;
  const version = file.versions[number - 1];
  return (
    <article className="grid grid-cols-1 gap-6">
      <header>
        <div className="flex items-center gap-4">
          <h1 className="text-title font-semibold">Log file</h1>
          <Link href={logFilesHref({})} className="ml-auto text-small text-brass underline-offset-2 hover:underline">
            All of them
          </Link>
        </div>
        <p className="mt-1 flex flex-wrap gap-x-4">
          <LogFileStateMark state={file.state} kind={file.kind} />
          <span className="min-w-0 [overflow-wrap:anywhere] empty:hidden">
            <LogFileNote file={file} timeZone={timeZone} />
          </span>
        </p>
      </header>
      <FactList title="In the ledger">
        <Fact label="Trail" value={file.trailUrl} isMono />
        <Fact label="Key" value={file.key} isMono />
        <Fact label="SHA-256" value={file.sha256} isMono />
        <Fact label="Size" value={String(file.sizeBytes)}>
          {countOf(file.sizeBytes, "byte")}
          {file.uncompressedBytes !== null && `, ${countOf(file.uncompressedBytes, "byte")} unpacked`}
        </Fact>
        <Fact label="Storage class" value={file.storageClass} />
        <Fact label="Records" value={String(file.recordsRead)}>
          {recordsText(file)}
        </Fact>
        <Fact label="Tried" value={String(file.attempts)}>
          {countOf(file.attempts, "time")}
        </Fact>
        <Fact label="Last read by" value={file.readRunId === null ? null : String(file.readRunId)}>
          {file.readRunId !== null && <TextLink href={runHref(file.readRunId)}>Pass {file.readRunId}</TextLink>}
        </Fact>
        <TimeFact label="Last modified" iso={file.lastModified} timeZone={timeZone} />
        <TimeFact label="First seen" iso={file.firstSeenAt} timeZone={timeZone} />
        <TimeFact label="Last seen" iso={file.lastSeenAt} timeZone={timeZone} />
        <TimeFact label="Ingested" iso={file.ingestedAt} timeZone={timeZone} />
        <TimeFact label="Gone since" iso={file.expiredAt} timeZone={timeZone} />
        <TimeFact
          label="Etag changed"
          iso={file.sameBytesAt}
          timeZone={timeZone}
          more=" It was read again then: the same bytes, so no other version."
        />
      </FactList>
      {file.versions.length > 0 && <LogFileVersions fileId={file.id} versions={file.versions} timeZone={timeZone} />}
      {chosen && version && (
        <VersionEvents
          number={number}
          version={version}
          part={chosen.part}
          events={chosen.events}
          timeZone={timeZone}
        />
      )}
      {file.rejectedTotal > 0 && <RejectedRecords records={file.rejected} total={file.rejectedTotal} />}
    </article>
  );
}

function TimeFact(props: { label: string; iso: string | null; timeZone: string; more?: string }) {
  const { label, iso, timeZone, more } = props;
  return (
    <Fact label={label} value={iso} more={more}>
      {iso !== null && <EventTime iso={iso} timeZone={timeZone} />}
    </Fact>
  );
}
