import Link from "next/link";
import type { RunDetail } from "#lib/sync/queries/get-run-detail.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { LogFilesTable } from "./log-files-table.tsx";
import { logFilesHref } from "./log-files-href.ts";

type Props = { detail: RunDetail; retry: (form: FormData) => Promise<void>; timeZone: string };

/** What failed in a pass: files that it read itself, and those it only met again. */
export function RunFailures({ detail: { run, files, failed }, retry, timeZone }: Props) {
  if (run.filesFailed === 0) return null;
  const others = run.filesFailed - files.failed;
  return (
    <section id="failed">
      <SectionHeading>
        Failed files <span className="font-normal text-failure">{formatCount(run.filesFailed)}</span>
      </SectionHeading>
      {failed.length > 0 && <LogFilesTable files={failed} retry={retry} timeZone={timeZone} />}
      <p className="py-1 text-small text-ink-soft [&_a]:text-brass [&_a]:underline">
        {failed.length < files.failed && (
          <Link href={logFilesHref({ run: run.id, state: "failed" })}>All {formatCount(files.failed)}</Link>
        )}{" "}
        {others > 0 && (
          <>
            {countOf(others, "file")} had failed before and {others === 1 ? "was" : "were"} not read again, or{" "}
            {others === 1 ? "has" : "have"} been read since. What failed and isn’t mended is among{" "}
            <Link href={logFilesHref({ state: "failed" })}>all failed files</Link>.
          </>
        )}
      </p>
    </section>
  );
}
