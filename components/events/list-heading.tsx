import { Download } from "lucide-react";
import type { EventCounts } from "#lib/events/event-counts.ts";
import { eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import { ExportButton } from "#components/export/export-button.tsx";
import { countOf, formatCount } from "#components/text/format-count.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventsHref, onlyValue } from "./edit-filter.ts";

type Props = {
  filter: EventFilter;
  /** The commit that is shown. */
  asOf: number;
  matching: Promise<Answer<EventCounts>>;
  total: Promise<Answer<EventCounts>>;
  /** Synced since the commit that is shown. */
  newer: Promise<Answer<EventCounts>> | null;
};

/** How many events match of how many there are, and all of them as a file. */
export async function ListHeading({ filter, asOf, ...promises }: Props) {
  const [matching, total, newer] = await Promise.all([promises.matching, promises.total, promises.newer]);
  const newEvents = newer && "data" in newer ? newer.data.events : 0;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {"problem" in matching || "problem" in total ? (
        <p className="text-ink-soft">Not counted</p>
      ) : (
        <Counts filter={filter} matching={matching.data} all={total.data.events} />
      )}
      {newEvents > 0 && (
        <TextLink className="text-brass underline" href={eventsHref(filter)}>
          {countOf(newEvents, "newly synced event")}: show
        </TextLink>
      )}
      <ExportLinks filter={filter} asOf={asOf} />
      <ExportButton filter={filter} asOf={asOf} />
    </div>
  );
}

function Counts({ filter, matching, all }: { filter: EventFilter; matching: EventCounts; all: number }) {
  const { events, failures, writes } = matching;
  return (
    <>
      <p className="text-title font-semibold">
        {events === all ? countOf(all, "event") : `${formatCount(events)} of ${countOf(all, "event")}`}
      </p>
      <p className="text-ink-soft">
        <TextLink href={eventsHref(onlyValue(filter, "outcome", "failure"))}>{countOf(failures, "failure")}</TextLink>
        {" · "}
        <TextLink href={eventsHref(onlyValue(filter, "access", "write"))}>{countOf(writes, "write")}</TextLink>
      </p>
    </>
  );
}

/** There whether or not counting took too long: an export has no time limit. */
function ExportLinks({ filter, asOf }: { filter: EventFilter; asOf: number }) {
  const params = eventFilterParams(filter);
  params.set("asOf", String(asOf));
  return (
    <div className="flex gap-1 sm:ml-auto print:hidden">
      <ExportLink format="csv" label="CSV" params={params} />
      <ExportLink format="jsonl" label="JSON lines" params={params} />
    </div>
  );
}

function ExportLink({ format, label, params }: { format: string; label: string; params: URLSearchParams }) {
  return (
    <Button asChild title={`All of these events as ${label}, without a limit`}>
      <a href={`/api/events/export?format=${format}&${params}`} download>
        <Download className="size-3.5" aria-hidden="true" />
        {label}
      </a>
    </Button>
  );
}
