"use client";
import { useEffect, useState } from "react";
import type { EventCounts } from "#lib/events/event-counts.ts";
import type { Answer } from "#components/states/answer-of.ts";

/** The events counted, once they are and if they can be; nothing waits for it. */
export function useAnswered(counting: Promise<Answer<EventCounts>>): number | null {
  const [events, setEvents] = useState<number | null>(null);
  useEffect(() => {
    let isWanted = true;
    counting.then(
      (answer) => isWanted && setEvents("data" in answer ? answer.data.events : null),
      () => isWanted && setEvents(null),
    );
    return () => {
      isWanted = false;
    };
  }, [counting]);
  return events;
}
