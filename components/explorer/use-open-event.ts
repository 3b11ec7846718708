"use client";
import { parseAsString, useQueryStates } from "nuqs";

const PARSERS = { event: parseAsString, tab: parseAsString, against: parseAsString };

/** Selects the place of the open event, which is a dialog where there is no room beside the table. */
export const OPEN_EVENT_PLACE = "[data-open-event]";

export type OpenEvent = {
  /** The id of the event that is open beside the table; null: none. */
  eventId: string | null;
  /** Which side of it is shown; null: the first. */
  tab: string | null;
  /** The id of the event it is compared with. */
  against: string | null;
  /** Opens an event, or the next one in the place of the present; the tab stays. */
  open: (eventId: string) => void;
  show: (tab: string | null, against?: string | null) => void;
  close: () => void;
};

/** The open event in the address. The server isn't asked again for the page: what is open changes nothing of it. */
export function useOpenEvent(): OpenEvent {
  const [{ event, tab, against }, set] = useQueryStates(PARSERS, { shallow: true, history: "replace" });
  return {
    eventId: event,
    tab,
    against,
    // The way back leads to the table, not through every event that one walked along.
    open: (eventId) => void set({ event: eventId, against: null }, { history: event === null ? "push" : "replace" }),
    show: (next, other = null) => void set({ tab: next, against: other }),
    close: () => void set({ event: null, tab: null, against: null }),
  };
}
