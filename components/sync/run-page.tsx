import Link from "next/link";
import type { RunDetail } from "#lib/sync/queries/get-run-detail.ts";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { EventsTable } from "#components/events/events-table.tsx";
import { formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { LivePass } from "./live-pass.tsx";
import { RUN_CAUSES } from "./run-causes.ts";
import { RunCommitsTable } from "./run-commits-table.tsx";
import { RunEquations } from "./run-equations.tsx";
import { RunFailures } from "./run-failures.tsx";
import { RunStateMark } from "./run-state-mark.tsx";

type Props = { detail: RunDetail; retry: (form: FormData) => Promise<void>; timeZone: string };

/** One pass: what it was to look at, what became of each file and record, what failed, and what it brought. */
export function RunPage({ detail, retry, timeZone }: Props) {
  const { run, events } = detail;
  return (
    <article className="grid grid-cols-1 gap-6">
      <header>
        <h1 className="text-title font-semibold">Pass {run.id}</h1>
        <p className="mt-1 flex flex-wrap gap-x-4">
          <RunStateMark state={run.state} />
          <EventTime iso={run.startedAt ?? run.requestedAt} timeZone={timeZone} />
          <span className="text-ink-soft">{RUN_CAUSES[run.cause] ?? run.cause}</span>
          <span className="text-ink-soft">{scopeOf(run)}</span>
        </p>
        {run.error !== null && (
          <p className="mt-1 text-failure [overflow-wrap:anywhere]">
            <SafeText text={run.error} />
          </p>
        )}
      </header>
      <LivePass run={run} hasHeading={false} />
      <RunEquations detail={detail} />
      <RunFailures detail={detail} retry={retry} timeZone={timeZone} />
      <section id="events">
        <SectionHeading>
          New events <span className="font-normal text-ink-soft">{formatCount(run.eventsInserted)}</span>
        </SectionHeading>
        {events.length === 0 ? (
          <p className="border-t border-line-strong py-2 text-ink-soft">None</p>
        ) : (
          <EventsTable events={events} filter={ALL_EVENTS} timeZone={timeZone} caption="Newest of the new events" />
        )}
      </section>
      <RunCommitsTable detail={detail} timeZone={timeZone} />
      <p>
        <Link className="text-brass underline" href="/sync">
          All passes
        </Link>
      </p>
    </article>
  );
}

function scopeOf({ isFull, fromDate, toDate }: RunDetail["run"]): string {
  if (isFull) return "Over every folder";
  if (fromDate === null && toDate === null) return "";
  const days = fromDate === toDate ? fromDate : `${fromDate ?? "the beginning"} to ${toDate ?? "today"}`;
  return `Only log files delivered on ${days}`;
}
