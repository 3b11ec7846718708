import Link from "next/link";
import type { LogFile } from "#lib/sync/queries/log-file-row.ts";
import { formatCount } from "#components/text/format-count.ts";
import { Button } from "#components/ui/button.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { LogFilesTable } from "./log-files-table.tsx";
import { logFilesHref } from "./log-files-href.ts";

type Props = {
  files: readonly LogFile[];
  total: number;
  /** Has a file (`id` of the form), or without one all failed files, read again by the next pass. */
  retry: (form: FormData) => Promise<void>;
  timeZone: string;
};

/** Files whose records are missing, why, and another try. */
export function FailedFiles({ files, total, retry, timeZone }: Props) {
  if (total === 0) return null;
  return (
    <section>
      <SectionHeading
        more={
          <form action={retry}>
            <Button type="submit">Retry all</Button>
          </form>
        }
      >
        Failed files <span className="font-normal text-failure">{formatCount(total)}</span>
      </SectionHeading>
      <LogFilesTable files={files} retry={retry} timeZone={timeZone} />
      {files.length < total && (
        <p className="py-1 text-small">
          <Link className="text-brass underline" href={logFilesHref({ state: "failed" })}>
            All {formatCount(total)}
          </Link>
        </p>
      )}
    </section>
  );
}
