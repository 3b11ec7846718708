import Link from "next/link";
import { MAX_FAILED_TEAM_CALLS, teamAt, type TeamEvent } from "#lib/codestar/team.ts";
import { teamHistory } from "#lib/codestar/team-history.ts";
import { teamMoment } from "#lib/codestar/team-moments.ts";
import type { Coverage } from "#lib/projects/coverage.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { formatTime } from "#components/time/format-time.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { Button } from "#components/ui/button.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { AskedInstant } from "./asked-instant.ts";
import { EventSentence } from "./event-sentence.tsx";
import { projectHref, type ProjectName } from "./project-href.ts";
import { TeamChanges } from "./team-changes.tsx";
import { TeamChart } from "./team-chart.tsx";
import { TeamLimits } from "./team-limits.tsx";
import { teamScale } from "./team-scale.ts";
import { TeamTable } from "./team-table.tsx";
import { TimesForm } from "./times-form.tsx";

type Props = {
  project: ProjectName;
  events: readonly TeamEvent[];
  /** Times of the calls that made and ended the project. */
  lifecycle: readonly string[];
  coverage: Coverage;
  asked: AskedInstant;
  timeZone: string;
};

/** Who was in the team at an instant and over time, each statement with its event. */
export function TeamSection({ project, events, lifecycle, coverage, asked, timeZone }: Props) {
  const { at } = asked;
  const history = teamHistory(events);
  const { members, unknown } = teamAt(events, at);
  const moment = teamMoment(history, at);
  const scale = teamScale(history, lifecycle, coverage, timeZone);
  const place = `${project.account} ${project.region}`;
  return (
    <section id="team" aria-labelledby="team-heading" className="min-w-0 scroll-mt-16">
      <SectionHeading id="team-heading">Team</SectionHeading>
      <div className="grid grid-cols-1 gap-2 border-t border-line-strong pt-2">
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <TimesForm
            action={projectHref(project)}
            anchor="team"
            times={[{ name: "at", label: "As of", text: asked.text }]}
            button="Show"
            timeZone={timeZone}
          />
          <nav aria-label="Changes of the team" className="flex flex-wrap gap-2 print:hidden">
            <ChangeLink label="Previous change" event={moment.previous} project={project} timeZone={timeZone} />
            <ChangeLink label="Next change" event={moment.next} project={project} timeZone={timeZone} />
          </nav>
        </div>
        {!asked.isUnderstood && (
          <p role="alert" className="text-failure">
            “{visibleText(asked.text)}” is no time, so the team is shown as of now. A date is its first instant in UTC.
          </p>
        )}
        <p>
          {membersText(members.length, moment.perhaps.length)}{" "}
          {asked.text === "" || !asked.isUnderstood ? "now," : "as of"} <EventTime iso={at} timeZone={timeZone} />
          <span className="text-ink-soft">, that instant included</span>
        </p>
        <TeamLimits at={at} moment={moment} coverage={coverage} place={place} />
        {members.length + moment.perhaps.length === 0 ? (
          <p className="text-ink-soft">{noMembers(history.members.length)}</p>
        ) : (
          <TeamTable
            members={members}
            perhaps={moment.perhaps}
            eventsById={new Map(events.map((event) => [event.eventId, event]))}
            account={project.account}
            timeZone={timeZone}
          />
        )}
        {unknown.length > 0 && (
          <p className="text-small text-ink-soft">
            Since when {countOf(unknown.length, "member")} belonged to the team is unknown: a change is the first that
            is known of them.
          </p>
        )}
        {history.unnamed.length > 0 && (
          <p className="text-small text-ink-soft">
            {countOf(history.unnamed.length, "call")} changed somebody whom the record doesn’t name, the last{" "}
            {history.unnamed.slice(-1).map((event) => (
              <EventSentence key={event.eventId} event={event} isWhole />
            ))}
            .
          </p>
        )}
      </div>
      {scale && history.members.length > 0 && (
        <>
          <TeamChart history={history} scale={scale} coverage={coverage} at={at} timeZone={timeZone} />
          <details className="text-small">
            <summary className="w-fit rounded-sm py-1 pr-2 text-ink-soft hover:text-ink">
              All {countOf(events.length, "call")} as a list
            </summary>
            {events.filter(({ outcome }) => outcome === "failure").length >= MAX_FAILED_TEAM_CALLS && (
              <p className="py-1 text-ink-soft">
                Of the calls that failed, and so changed nothing, these are the newest{" "}
                {formatCount(MAX_FAILED_TEAM_CALLS)}.
              </p>
            )}
            <TeamChanges
              events={history.events}
              caption="Calls that the team is made of, oldest first"
              account={project.account}
              timeZone={timeZone}
            />
          </details>
        </>
      )}
    </section>
  );
}

function membersText(certain: number, perhaps: number): string {
  if (certain > 0) return perhaps > 0 ? `${countOf(certain, "member")} for certain` : countOf(certain, "member");
  return perhaps > 0 ? "Nobody for certain" : "The team";
}

function noMembers(everKnown: number): string {
  if (everKnown === 0) return "No event says that anybody was added to this project’s team.";
  return "No event says that anybody was in the team at this time.";
}

type LinkProps = { label: string; event: TeamEvent | null; project: ProjectName; timeZone: string };

function ChangeLink({ label, event, project, timeZone }: LinkProps) {
  if (event === null) return <Button disabled>{label}</Button>;
  return (
    <Button asChild>
      <Link
        href={`${projectHref(project)}?at=${encodeURIComponent(event.eventTime)}#team`}
        prefetch={false}
        scroll={false}
        title={visibleText(event.summary)}
      >
        {label}
        <span className="font-mono text-small text-ink-soft">{formatTime(event.eventTime, timeZone).slice(0, 10)}</span>
      </Link>
    </Button>
  );
}
