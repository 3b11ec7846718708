import type { EventRow } from "#lib/events/event-row.ts";
import type { AccessReview, ReviewChange, ReviewMember } from "#lib/review/access-review.ts";
import { projectHref } from "#components/projects/project-href.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { formatTime } from "#components/time/format-time.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { AskedForm } from "#components/findings/asked-form.tsx";
import { PrintButton } from "./print-button.tsx";
import { reviewCsvHref, reviewHref } from "./review-href.ts";
import { DoneBy, Member, ReviewTable, When } from "./review-table.tsx";
import { termsText } from "./terms-text.ts";

type Props = {
  review: AccessReview;
  /** As the address has it. */ asked: { from?: string; to?: string };
  timeZone: string;
};

const WHAT = { grant: "Let in", change: "Changed", removal: "Removed" };

/** Who had access when, on what evidence, and room to say what shall become of it: made for paper. */
export function ReviewPage({ review, asked, timeZone }: Props) {
  const { project, from, to, start, changes, unnamed, end, tries } = review;
  return (
    <article className="review grid grid-cols-1 gap-6 print:block print:space-y-6">
      <ReviewHead review={review} timeZone={timeZone} />
      <AskedForm
        key={`${asked.from} ${asked.to}`}
        action={reviewHref(project)}
        label="Period"
        usual={{}}
        className="flex flex-wrap items-end gap-2 print:hidden"
      >
        <Field name="from" label="From, UTC" defaultValue={asked.from} placeholder="2024-01-01" className="w-44" />
        <Field
          name="to"
          label="Until, UTC, not included"
          defaultValue={asked.to}
          placeholder="2024-04-01"
          className="w-44"
        />
        <Button type="submit">Show this period</Button>
        <PrintButton />
        <Button asChild>
          <a href={reviewCsvHref(project, asked, review.asOf)} download>
            Download CSV
          </a>
        </Button>
      </AskedForm>
      {from !== null && <MembersTable title="Team at the start" members={start} timeZone={timeZone} />}
      <ReviewTable
        title="Grants, changes and removals"
        none="None in this period."
        isFilledIn
        columns={[
          ["Time", "w-32"],
          ["Done by"],
          ["To whom"],
          ["What", "w-20"],
          ["Before", "w-[10%]"],
          ["After", "w-[10%]"],
        ]}
        entries={changes.map((change) => ({
          key: `${change.event.eventId} ${change.userArn}`,
          event: change.event,
          cells: [
            <When key="time" iso={change.event.eventTime} timeZone={timeZone} />,
            <DoneBy key="by" event={change.event} />,
            <Member key="member" userArn={change.userArn} />,
            whatText(change),
            termsText(change.before),
            termsText(change.after),
          ],
        }))}
      />
      {unnamed.length > 0 && (
        <CallsTable
          title="Changes of somebody whom the record doesn’t name"
          calls={unnamed}
          timeZone={timeZone}
          isFilledIn
        />
      )}
      <MembersTable
        title={to === null ? "Team at the last record" : "Team at the end"}
        members={end}
        timeZone={timeZone}
        isFilledIn
      />
      <CallsTable title="Tries that failed" calls={tries} timeZone={timeZone} />
      <Signatures />
    </article>
  );
}

type MembersProps = { title: string; members: readonly ReviewMember[]; timeZone: string; isFilledIn?: boolean };

function MembersTable({ title, members, timeZone, isFilledIn }: MembersProps) {
  return (
    <ReviewTable
      title={title}
      none="Nobody, as far as the records tell."
      isFilledIn={isFilledIn}
      columns={[["Member"], ["May", "w-[16%]"], ["Since", "w-36"], ["Last changed by", "w-[24%]"]]}
      entries={members.map((member) => ({
        key: member.userArn,
        event: member.event,
        cells: [
          <Member key="member" userArn={member.userArn} />,
          termsText(member),
          <When key="since" iso={member.since} timeZone={timeZone} />,
          <DoneBy key="by" event={member.event} />,
        ],
      }))}
    />
  );
}

type CallsProps = { title: string; calls: readonly EventRow[]; timeZone: string; isFilledIn?: boolean };

function CallsTable({ title, calls, timeZone, isFilledIn }: CallsProps) {
  return (
    <ReviewTable
      title={title}
      none="None in this period."
      isFilledIn={isFilledIn}
      columns={[["Time", "w-36"], ["By", "w-[24%]"], ["To whom", "w-[24%]"], ["What"]]}
      entries={calls.map((event) => ({
        key: event.eventId,
        event,
        cells: [
          <When key="time" iso={event.eventTime} timeZone={timeZone} />,
          <DoneBy key="by" event={event} />,
          <Member key="member" userArn={event.subjectArn} />,
          <SafeText key="what" text={event.summary} />,
        ],
      }))}
    />
  );
}

function whatText({ what, event }: ReviewChange): string {
  return event.eventName === "DeleteProject" ? "Removed, with the project" : WHAT[what];
}

function ReviewHead({ review, timeZone }: { review: AccessReview; timeZone: string }) {
  const { project, from, to, known, asOf, madeAt } = review;
  const bound = (iso: string | null, open: string) => (iso === null ? open : formatTime(iso, timeZone));
  return (
    <header>
      <h1 className="text-title font-semibold [overflow-wrap:anywhere]">
        Access review:{" "}
        <TextLink href={projectHref(project)}>
          <SafeText text={project.id} />
        </TextLink>
      </h1>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-small [&_dt]:text-ink-soft">
        <dt>Project</dt>
        <dd className="font-mono [overflow-wrap:anywhere]">
          <SafeText text={`${project.account} ${project.region} ${project.id}`} />
        </dd>
        <dt>Period</dt>
        <dd className="font-mono">
          {bound(from, "the first record")} – {bound(to, "the last record")}
          {to !== null && <span className="font-sans text-ink-soft">, not included</span>}
        </dd>
        {known && (
          <>
            <dt>Records known</dt>
            <dd>
              <EventTime iso={known.from} timeZone={timeZone} /> – <EventTime iso={known.to} timeZone={timeZone} />
            </dd>
          </>
        )}
        <dt>Made</dt>
        <dd>
          <EventTime iso={madeAt} timeZone={timeZone} />, as of commit {asOf}
        </dd>
      </dl>
      <p className="mt-2 max-w-prose text-ink-soft print:text-small">
        From CodeStar’s own records of this team. What happened before the records, in files that are missing, or in IAM
        alone is not in it.
      </p>
    </header>
  );
}

function Signatures() {
  return (
    <section
      aria-label="Signatures"
      className="hidden break-inside-avoid grid-cols-3 gap-12 pt-12 text-small print:grid"
    >
      {["Reviewed by", "Approved by", "Place and date"].map((label) => (
        <p key={label} className="border-t border-line-strong pt-1">
          {label}
        </p>
      ))}
    </section>
  );
}
