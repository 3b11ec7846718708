import type { LogFile } from "#lib/sync/queries/log-file-row.ts";
import { formatBytes } from "#components/text/format-bytes.ts";
import { formatCount } from "#components/text/format-count.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { LogFileNote } from "./log-file-note.tsx";
import { LogFileStateMark } from "./log-file-state-mark.tsx";
import { recordsText } from "./records-text.ts";

type Props = { files: readonly LogFile[]; retry: (form: FormData) => Promise<void>; timeZone: string };

/** Cells of rows that may have several lines: the first line stands where it does in a row of one. */
const TOP = "pt-1.5 pb-1";

/** Files of the ledger, a line each; one that wasn't ingested says why. */
export function LogFilesTable({ files, retry, timeZone }: Props) {
  return (
    <Table className="table-fixed">
      <caption className="sr-only">Log files by key</caption>
      <thead>
        <tr>
          <Th>Log file</Th>
          <Th className="w-24 max-sm:hidden">State</Th>
          <Th className="w-51 max-lg:hidden">Last seen</Th>
          <Th className="w-22 text-right max-md:hidden">Size</Th>
          <Th className="w-22 text-right max-md:hidden">Records</Th>
          <Th className="w-20 text-right max-md:hidden">Events</Th>
          <Th className="w-15 sm:w-22">
            <span className="sr-only">What to do</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id} className="align-top hover:bg-sunken">
            <Td className={TOP}>
              <TextLink href={`/sync/files/${file.id}`}>
                <MiddleEllipsis text={file.key} tail={44} />
              </TextLink>
              <div className="sm:hidden">
                <LogFileStateMark state={file.state} kind={file.kind} />
              </div>
              <p className="whitespace-normal text-ink-soft [overflow-wrap:anywhere] empty:hidden">
                <LogFileNote file={file} timeZone={timeZone} />
                {file.recordsRejected > 0 && (
                  <TextLink href={`/sync/files/${file.id}`} className="text-failure" title="Which records, and why">
                    {recordsText(file)}
                  </TextLink>
                )}
              </p>
            </Td>
            <Td className={`${TOP} max-sm:hidden`}>
              <LogFileStateMark state={file.state} kind={file.kind} />
            </Td>
            <Td className={`${TOP} max-lg:hidden`}>
              <EventTime iso={file.lastSeenAt} timeZone={timeZone} />
            </Td>
            <Td className={`${TOP} text-right max-md:hidden`}>{formatBytes(file.sizeBytes)}</Td>
            <Td className={`${TOP} text-right max-md:hidden`} title={recordsText(file)}>
              {formatCount(file.recordsRead)}
            </Td>
            <Td className={`${TOP} text-right max-md:hidden`}>{formatCount(file.eventsInserted)}</Td>
            <Td>
              <span className="flex items-center justify-end pt-0.5">
                {file.state === "failed" && <Retry file={file} retry={retry} />}
                <CopyButton isSmall label="Copy the key" text={file.key} className="max-sm:hidden" />
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Retry({ file, retry }: { file: LogFile; retry: Props["retry"] }) {
  return (
    <form action={retry}>
      <input type="hidden" name="id" value={file.id} />
      <Button type="submit" variant="quiet" disabled={file.isDue} className="h-7 text-brass">
        Retry
      </Button>
    </form>
  );
}
