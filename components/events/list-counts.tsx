import type { EventCounts } from "#lib/events/event-counts.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { ShownCount } from "#components/table/shown-count.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventsHref, onlyValue } from "./edit-filter.ts";

type Props = { filter: EventFilter; matching: Promise<Answer<EventCounts>>; total: Promise<Answer<EventCounts>> };

/** How many events match, of how many, and what kind they are; or that it took too long to say. */
export async function ListCounts({ filter, ...promises }: Props) {
  const [matching, total] = await Promise.all([promises.matching, promises.total]);
  if ("problem" in matching || "problem" in total) {
    const isSlow = "problem" in matching && matching.problem === "slow";
    return (
      <p className="flex h-8 items-center gap-x-3 text-ink-soft">
        {isSlow ? "Not counted: it took too long and was stopped" : "Not counted"} <ShownCount />
      </p>
    );
  }
  const { events, failures, writes } = matching.data;
  const all = total.data.events;
  return (
    <>
      <p className="text-title font-semibold">
        {events === all ? countOf(all, "event") : `${formatCount(events)} of ${countOf(all, "event")}`}
      </p>
      <p className="text-ink-soft">
        <ShownCount />
        {" · "}
        <TextLink href={eventsHref(onlyValue(filter, "outcome", "failure"))}>{countOf(failures, "failure")}</TextLink>
        {" · "}
        <TextLink href={eventsHref(onlyValue(filter, "access", "write"))}>{countOf(writes, "write")}</TextLink>
      </p>
    </>
  );
}
