import { ALL_EVENTS, type EventFilter } from "#lib/events/filter.ts";
import { countEvents } from "./count-events.ts";
import { listEvents } from "./list-events.ts";

/** What there is where nothing matches. */
export type WhyNone = {
  /** Events that match but for their time. */
  atAnyTime: number;
  /** From the first event of all to the last, ISO 8601; null when there are none. */
  span: { oldest: string; newest: string } | null;
};

/** What there would be at other times, and when there are events, as of a commit. */
export async function whyNone(filter: EventFilter, asOf: number): Promise<WhyNone> {
  const edge = (order: "asc" | "desc") => listEvents({ filter: ALL_EVENTS, asOf, order, limit: 1 });
  const { from: _from, to: _to, ...atAnyTime } = filter;
  const [counted, first, last] = await Promise.all([
    countEvents({ filter: atAnyTime, asOf }),
    edge("asc"),
    edge("desc"),
  ]);
  const oldest = first.events[0]?.eventTime;
  const newest = last.events[0]?.eventTime;
  const span = oldest !== undefined && newest !== undefined ? { oldest, newest } : null;
  return { atAnyTime: counted.events, span };
}
