import type { DoneTo } from "#lib/principals/principal-detail.ts";
import { ALL_EVENTS, type EventFilter } from "#lib/events/filter.ts";
import { eventsHref, onlyValue, valueTerm, withTerms } from "#components/events/edit-filter.ts";
import { countOf } from "#components/text/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { EventLines } from "./event-lines.tsx";

type Props = { doneTo: DoneTo; timeZone: string };

/** What was done to a person: roles granted and removed, profile changed, by whomever. */
export function DoneToLines({ doneTo, timeZone }: Props) {
  const { arns, changes, reads } = doneTo;
  const filter = subjectFilter(arns);
  const readsFilter = onlyValue(filter, "access", "read");
  return (
    <div className="min-w-0">
      <EventLines
        title={
          <>
            What was done to them <span className="font-normal text-ink-soft">{changes.total}</span>
          </>
        }
        events={changes.items}
        none="No record names this person as the one it was done to."
        all={onlyValue(filter, "access", "write")}
        timeZone={timeZone}
      />
      {reads > 0 && (
        <p className="mt-1 text-small text-ink-soft">
          Beside these,{" "}
          <TextLink className="underline" href={eventsHref(readsFilter)}>
            {countOf(reads, "look-up")}
          </TextLink>{" "}
          of them.
        </p>
      )}
    </div>
  );
}

/** The events whose subject goes by any of these ARNs. */
export function subjectFilter(arns: readonly string[]): EventFilter {
  return withTerms(
    ALL_EVENTS,
    "subject",
    arns.map((arn) => valueTerm(arn)),
  );
}
