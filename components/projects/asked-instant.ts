import { parseTimeBound } from "#lib/events/time-bound.ts";

/** The instant that a page was asked about; `text` as in the address, empty where it says nothing. */
export type AskedInstant = { at: string; text: string; isUnderstood: boolean };

/** What a parameter of the address means: a time as the filter takes it; now where it is absent or no time. */
export function askedInstant(param: string | string[] | undefined, now: Date, otherwise: Date = now): AskedInstant {
  const text = ([param ?? []].flat()[0] ?? "").trim();
  const instant = text === "" ? otherwise : parseTimeBound(text, now);
  return { at: (instant ?? otherwise).toISOString(), text, isUnderstood: instant !== null };
}
