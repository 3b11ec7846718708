import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getOpenEvent } from "#lib/events/queries/get-open-event.ts";
import { EventFacts } from "#components/events/event-facts.tsx";
import { EventHeading } from "#components/events/event-heading.tsx";
import { EventNotes } from "#components/events/event-notes.tsx";
import { EventOrigin } from "#components/events/event-origin.tsx";
import { RecordView } from "#components/record/record-view.tsx";
import { CopyLink } from "#components/shell/copy-link.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { readSegments } from "#components/shell/path-segment.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { pageTitle } from "#components/text/page-title.ts";

type Props = { params: Promise<{ eventId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pageTitle("Event", readSegments(await params).eventId) };
}

/** One event: what happened, who, when and from where, and the record that says so. */
export default async function EventPage({ params }: Props) {
  const { eventId } = readSegments(await params);
  const timeZone = await readTimeZone();
  const answer = await answerOf(getOpenEvent(eventId));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Event" />;
  const open = answer.data;
  if (open === null) notFound();
  const { event, person } = open;
  return (
    <article className="grid grid-cols-1 gap-6">
      <header>
        <EventHeading event={event} timeZone={timeZone} level="h1">
          <div className="sm:ml-auto">
            <CopyLink />
          </div>
        </EventHeading>
        <EventNotes open={open} timeZone={timeZone} />
      </header>
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <EventFacts event={event} person={person} timeZone={timeZone} />
        <div className="grid grid-cols-1 gap-6">
          <RecordView event={event} />
          <EventOrigin event={event} timeZone={timeZone} />
        </div>
      </div>
    </article>
  );
}
