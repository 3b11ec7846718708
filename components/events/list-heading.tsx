import type { EventCounts } from "#lib/events/event-counts.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { ExportButton } from "#components/export/export-button.tsx";
import { countOf, formatCount } from "#components/text/format-count.ts";
import type { Answer } from "#components/states/answer-of.ts";
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
      {/* There whether or not counting took too long: an export has no time limit. */}
      <div className="sm:ml-auto">
        <ExportButton filter={filter} asOf={asOf} />
      </div>
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
