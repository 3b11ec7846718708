import type { LogFileDetail } from "#lib/sync/queries/get-log-file.ts";
import { Fact } from "#components/events/fact.tsx";
import { FactList } from "#components/events/fact-list.tsx";
import { countOf } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { LogFileStateMark } from "./log-file-state-mark.tsx";
import { recordsText } from "./records-text.ts";
import { RejectedRecords } from "./rejected-records.tsx";

/** What the ledger knows of one file: where it is, what became of it and of its records. */
export function LogFilePage({ file, timeZone }: { file: LogFileDetail; timeZone: string }) {
  return (
    <article className="grid grid-cols-1 gap-6">
      <header>
        <h1 className="text-title font-semibold">Log file</h1>
        <p className="mt-1 flex flex-wrap gap-x-4">
          <LogFileStateMark state={file.state} />
          {file.reason !== null && (
            <span className="[overflow-wrap:anywhere]">
              <SafeText text={file.reason} />
            </span>
          )}
          {file.isDue && <span className="text-ink-soft">The next pass reads it again.</span>}
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
        <TimeFact label="Last modified" iso={file.lastModified} timeZone={timeZone} />
        <TimeFact label="First seen" iso={file.firstSeenAt} timeZone={timeZone} />
        <TimeFact label="Last seen" iso={file.lastSeenAt} timeZone={timeZone} />
        <TimeFact label="Ingested" iso={file.ingestedAt} timeZone={timeZone} />
      </FactList>
      {file.rejectedTotal > 0 && <RejectedRecords records={file.rejected} total={file.rejectedTotal} />}
    </article>
  );
}

function TimeFact({ label, iso, timeZone }: { label: string; iso: string | null; timeZone: string }) {
  return (
    <Fact label={label} value={iso}>
      {iso !== null && <EventTime iso={iso} timeZone={timeZone} />}
    </Fact>
  );
}
