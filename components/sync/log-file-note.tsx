import type { LogFile } from "#lib/sync/queries/log-file-row.ts";
import { countOf } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { restoreCommand } from "./restore-command.ts";
import { versionsText } from "./versions-text.ts";

/** What there is to say of a file in the ledger beside its numbers; nothing of most. */
export function LogFileNote({ file, timeZone }: { file: LogFile; timeZone: string }) {
  const command = restoreCommand(file.reason);
  return (
    <>
      {file.reason !== null && <SafeText text={file.reason} />}
      {command !== null && (
        <CopyButton isSmall label="Copy the restore command" text={command} className="align-middle" />
      )}
      {file.attempts > 1 && file.state !== "ingested" && ` Tried ${countOf(file.attempts, "time")}.`}
      {file.isDue && " The next pass reads it again."}
      {file.expiredAt !== null && (
        <>
          {" Gone from the bucket since "}
          <EventTime iso={file.expiredAt} timeZone={timeZone} />
          {file.eventsInserted > 0 && "; its events stay"}.
        </>
      )}
      {file.earlierVersions > 0 && (
        <>
          {" "}
          <TextLink href={`/sync/files/${file.id}#versions`} title="What it was before">
            {versionsText(file)}
          </TextLink>
        </>
      )}
    </>
  );
}
