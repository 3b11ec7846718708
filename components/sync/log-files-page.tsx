import Link from "next/link";
import type { LedgerCounts } from "#lib/sync/queries/count-log-files.ts";
import type { LogFilePage } from "#lib/sync/queries/list-log-files.ts";
import type { LogFileState } from "#lib/sync/queries/log-file-row.ts";
import { formatCount } from "#components/text/format-count.ts";
import { NoneOfAll } from "#components/states/none-of-all.tsx";
import { Notice } from "#components/states/notice.tsx";
import { Button } from "#components/ui/button.tsx";
import { SearchForm } from "#components/ui/search-form.tsx";
import { LogFilesTable } from "./log-files-table.tsx";
import { type LogFilesAddress, logFilesHref } from "./log-files-href.ts";

type Props = {
  counts: LedgerCounts["files"];
  address: LogFilesAddress;
  page: LogFilePage;
  retry: (form: FormData) => Promise<void>;
  timeZone: string;
};

const STATES: readonly (LogFileState | undefined)[] = [
  undefined,
  "ingested",
  "skipped",
  "archived",
  "failed",
  "expired",
  "pending",
];

/** The files of the ledger by state and by words of their key, in the order of keys. */
export function LogFilesPage({ counts, address, page, retry, timeZone }: Props) {
  const { state, search = "", cursor } = address;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h1 className="text-title font-semibold">Log files</h1>
        <nav aria-label="States" className="flex flex-wrap gap-1">
          {STATES.filter((one) => one === undefined || one === state || counts[one] > 0).map((one) => (
            <Button
              key={one ?? "all"}
              asChild
              variant="quiet"
              className="aria-[current]:bg-sunken aria-[current]:text-ink"
            >
              <Link href={logFilesHref({ state: one, search })} aria-current={one === state ? "page" : undefined}>
                <span className="capitalize">{one ?? "all"}</span>{" "}
                {formatCount(one === undefined ? counts.total : counts[one])}
              </Link>
            </Button>
          ))}
        </nav>
        <SearchForm
          action="/sync/files"
          label="Part of a key, * for anything"
          search={search}
          kept={state === undefined ? {} : { state }}
        />
      </div>
      {page.files.length > 0 ? (
        <LogFilesTable files={page.files} retry={retry} timeZone={timeZone} />
      ) : counts.total === 0 ? (
        <NoneOfAll what="log file" />
      ) : (
        <Notice title="Nothing matches">
          No such log file is in the ledger. <Link href="/sync/files">Show all of them</Link>.
        </Notice>
      )}
      <nav aria-label="Pages" className="flex justify-end gap-1 print:hidden">
        {cursor !== undefined && <PageLink label="First page" href={logFilesHref({ state, search })} />}
        {page.nextCursor !== null && (
          <PageLink label="Next page" href={logFilesHref({ state, search, cursor: page.nextCursor })} />
        )}
      </nav>
    </div>
  );
}

function PageLink({ label, href }: { label: string; href: string }) {
  return (
    <Button asChild>
      <Link href={href} prefetch={false}>
        {label}
      </Link>
    </Button>
  );
}
