import Link from "next/link";
import type { LedgerCounts } from "#lib/sync/queries/count-log-files.ts";
import type { LogFilePage } from "#lib/sync/queries/list-log-files.ts";
import type { LogFileSort, LogFileState } from "#lib/sync/queries/log-file-row.ts";
import { formatCount } from "#components/text/format-count.ts";
import { Notice } from "#components/states/notice.tsx";
import { Button } from "#components/ui/button.tsx";
import { SearchForm } from "#components/ui/search-form.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { LogFilesTable } from "./log-files-table.tsx";
import { runHref } from "./run-href.ts";
import { type LogFilesAddress, logFilesHref } from "./log-files-href.ts";

type Props = {
  counts: Pick<LedgerCounts, "files" | "sorts">;
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

const SORTS: readonly [sort: LogFileSort, name: string][] = [
  ["digest", "digests"],
  ["insight", "Insights"],
  ["replaced", "replaced"],
];

/** The files of the ledger by state or sort and by words of their key, in the order of keys. */
export function LogFilesPage({ counts, address, page, retry, timeZone }: Props) {
  const { state, only, search = "", run, cursor } = address;
  const { files, sorts } = counts;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h1 className="text-title font-semibold">Log files</h1>
        {run !== undefined && (
          <p className="text-ink-soft">
            last read by <TextLink href={runHref(run)}>pass {run}</TextLink>{" "}
            <Link className="ml-2 text-brass underline" href={logFilesHref({ state, search })}>
              Of all passes
            </Link>
          </p>
        )}
        <nav aria-label="States" className="flex flex-wrap gap-1">
          {STATES.filter((one) => one === undefined || one === state || files[one] > 0).map((one) => (
            <Narrowing
              key={one ?? "all"}
              name={one ?? "all"}
              count={one === undefined ? files.total : files[one]}
              href={logFilesHref({ state: one, search, run })}
              isCurrent={only === undefined && one === state}
            />
          ))}
        </nav>
        {SORTS.some(([sort]) => sort === only || sorts[sort] > 0) && (
          <nav aria-label="Sorts" className="flex flex-wrap gap-1">
            {SORTS.filter(([sort]) => sort === only || sorts[sort] > 0).map(([sort, name]) => (
              <Narrowing
                key={sort}
                name={name}
                count={sorts[sort]}
                href={logFilesHref({ only: sort, search, run })}
                isCurrent={sort === only}
              />
            ))}
          </nav>
        )}
        <SearchForm
          action="/sync/files"
          label="Part of a key, * for anything"
          search={search}
          kept={{
            ...(state !== undefined && { state }),
            ...(only !== undefined && { only }),
            ...(run !== undefined && { run: String(run) }),
          }}
        />
      </div>
      {page.files.length > 0 ? (
        <LogFilesTable files={page.files} retry={retry} timeZone={timeZone} />
      ) : files.total === 0 && run === undefined ? (
        <Notice title="No log file yet">
          A log file appears here once a pass has listed it. See how far the <Link href="/sync">sync</Link> is.
        </Notice>
      ) : (
        <Notice title="Nothing matches">
          No such log file is in the ledger. <Link href="/sync/files">Show all of them</Link>.
        </Notice>
      )}
      <nav aria-label="Pages" className="flex justify-end gap-1 print:hidden">
        {cursor !== undefined && <PageLink label="First page" href={logFilesHref({ state, only, search, run })} />}
        {page.nextCursor !== null && (
          <PageLink label="Next page" href={logFilesHref({ state, only, search, run, cursor: page.nextCursor })} />
        )}
      </nav>
    </div>
  );
}

function Narrowing(props: { name: string; count: number; href: string; isCurrent: boolean }) {
  return (
    <Button asChild variant="quiet" className="aria-[current]:bg-sunken aria-[current]:text-ink">
      <Link href={props.href} aria-current={props.isCurrent ? "page" : undefined}>
        <span className="capitalize">{props.name}</span> {formatCount(props.count)}
      </Link>
    </Button>
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
