import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { getEvent } from "#lib/events/queries/get-event.ts";
import { policyCauses } from "#lib/findings/queries/policy-causes.ts";
import { getEventPerson } from "#lib/principals/queries/get-event-person.ts";
import { getFormerMembership } from "#lib/projects/queries/get-former-membership.ts";
import { AccessMark } from "#components/events/access-mark.tsx";
import { EventFacts } from "#components/events/event-facts.tsx";
import { EventOrigin } from "#components/events/event-origin.tsx";
import { FormerMembershipNote } from "#components/events/former-membership-note.tsx";
import { OutcomeMark } from "#components/events/outcome-mark.tsx";
import { PolicyCauses } from "#components/events/policy-causes.tsx";
import { RawRecord } from "#components/events/raw-record.tsx";
import { ReplacedNotice } from "#components/events/replaced-notice.tsx";
import { CopyLink } from "#components/shell/copy-link.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { pageTitle } from "#components/text/page-title.ts";
import { readSegments } from "#components/shell/path-segment.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";

type Props = { params: Promise<{ eventId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pageTitle("Event", readSegments(await params).eventId) };
}

/** One event: what happened, who, when and from where, and the record that says so. */
export default async function EventPage({ params }: Props) {
  const { eventId } = readSegments(await params);
  const timeZone = await readTimeZone();
  const former = answerOf(getFormerMembership(eventId));
  const causes = answerOf(policyCauses(eventId));
  const [answer, behind] = await Promise.all([answerOf(getEvent(eventId)), answerOf(getEventPerson(eventId))]);
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Event" />;
  if ("problem" in behind) return <QueryTrouble problem={behind.problem} heading="Event" />;
  const event = answer.data;
  if (event === null) notFound();
  return (
    <article className="grid grid-cols-1 gap-6">
      <header>
        <h1 className="text-title font-semibold [overflow-wrap:anywhere]">
          <SafeText text={event.summary} />
        </h1>
        <Suspense>
          <FormerMembershipNote looked={former} />
        </Suspense>
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
          <EventTime iso={event.eventTime} timeZone={timeZone} />
          <AccessMark access={event.access} />
          <OutcomeMark outcome={event.outcome} errorCode={event.errorCode} />
          <div className="sm:ml-auto">
            <CopyLink />
          </div>
        </div>
        <ReplacedNotice event={event} timeZone={timeZone} />
        <Suspense>
          <PolicyCauses looked={causes} timeZone={timeZone} />
        </Suspense>
      </header>
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <EventFacts event={event} person={behind.data} timeZone={timeZone} />
        <div className="grid grid-cols-1 gap-6">
          <RawRecord eventId={event.eventId} record={event.record} />
          <EventOrigin event={event} timeZone={timeZone} />
        </div>
      </div>
    </article>
  );
}
