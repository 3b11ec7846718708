import Link from "next/link";
import type { EventFilter, FilterProblem } from "#lib/events/filter.ts";
import type { FindingsPage as Page } from "#lib/findings/finding.ts";
import type { DeclaredKind, Thresholds } from "#lib/findings/finding-kinds.ts";
import { FilterProblems } from "#components/events/filter-problems.tsx";
import type { Answer } from "#components/states/answer-of.ts";
import { Notice } from "#components/states/notice.tsx";
import { NothingSynced } from "#components/states/no-events.tsx";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { ListTitle } from "#components/ui/list-title.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { FindingList } from "./finding-list.tsx";
import { findingsHref } from "./findings-href.ts";
import { FindingsForm } from "./findings-form.tsx";
import { ThresholdsText } from "./thresholds-text.tsx";

type Props = {
  kind: DeclaredKind;
  filter: EventFilter;
  thresholds: Thresholds;
  problems: readonly FilterProblem[];
  answer: Answer<Page>;
  isFirstPage: boolean;
  timeZone: string;
};

/** One question: what it asks, the numbers that it turns on, and its answers. */
export function FindingsPage({ kind, filter, thresholds, problems, answer, isFirstPage, timeZone }: Props) {
  const asked = { filter, thresholds };
  const page = "data" in answer ? answer.data : null;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <p className="text-small print:hidden">
          <TextLink className="text-brass" href={findingsHref(null, asked)}>
            All findings
          </TextLink>
        </p>
        <ListTitle
          title={kind.title}
          shown={page?.findings.length ?? 0}
          total={page?.total ?? 0}
          order="newest first"
        />
        <p>{kind.question}</p>
        <p className="max-w-prose text-ink-soft">{kind.note}</p>
        <p className="hidden text-small print:block">
          <ThresholdsText kind={kind} thresholds={thresholds} />
        </p>
      </div>
      <FindingsForm kind={kind} filter={filter} thresholds={thresholds} />
      <FilterProblems problems={problems} />
      {"problem" in answer ? (
        <QueryTrouble problem={answer.problem} />
      ) : (
        <Found page={answer.data} kind={kind} filter={filter} thresholds={thresholds} timeZone={timeZone} />
      )}
      <nav aria-label="Pages" className="flex justify-end gap-1 print:hidden">
        {!isFirstPage && (
          <Button asChild>
            <Link href={findingsHref(kind.id, asked)} prefetch={false}>
              Newest
            </Link>
          </Button>
        )}
        {page !== null && page.nextCursor !== null && (
          <Button asChild>
            <Link href={findingsHref(kind.id, asked, page.nextCursor)} prefetch={false}>
              Older
            </Link>
          </Button>
        )}
      </nav>
    </div>
  );
}

type FoundProps = Pick<Props, "kind" | "filter" | "thresholds" | "timeZone"> & { page: Page };

function Found({ page, kind, filter, thresholds, timeZone }: FoundProps) {
  if (page.findings.length > 0) return <FindingList findings={page.findings} timeZone={timeZone} />;
  if (page.span === null) return <NothingSynced />;
  const isNarrowed = filter.from ?? filter.to ?? filter.terms.project ?? filter.terms.principal;
  return (
    <Notice title={isNarrowed === undefined ? "None" : "None of these"}>
      <p>
        All events were looked at, from <EventTime iso={page.span.from} timeZone={timeZone} /> to{" "}
        <EventTime iso={page.span.to} timeZone={timeZone} />.{" "}
        {kind.thresholds.length > 0 && <ThresholdsText kind={kind} thresholds={thresholds} />}
      </p>
      {isNarrowed !== undefined && (
        <p>
          Some may be elsewhere:{" "}
          <Link href={findingsHref(kind.id, { filter: { terms: {} }, thresholds })}>ask of everything</Link>.
        </p>
      )}
    </Notice>
  );
}
