import { X } from "lucide-react";
import type { MemberSpan } from "#lib/codestar/team-history.ts";
import type { TeamEvent } from "#lib/codestar/team.ts";
import { eventHref } from "#components/events/event-href.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { formatTime } from "#components/time/format-time.ts";
import { cn } from "#components/ui/cn.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { nameOfMember } from "./member-name.tsx";
import { roleStyle, roleText } from "./role-mark.tsx";
import { placeOf, type TeamScale } from "./team-scale.ts";

type Props = { span: MemberSpan; scale: TeamScale; timeZone: string };

/** A stretch of somebody's membership: a bar that leads to the event that began it, an end that leads to its own. */
export function TeamBar({ span, scale, timeZone }: Props) {
  const { began, ended, isUncertain, remoteAccess } = span;
  const left = span.from === null ? 0 : placeOf(scale, Date.parse(span.from));
  const right = placeOf(scale, span.to === null ? (scale.knownTo ?? scale.to) : Date.parse(span.to));
  const event = began ?? ended;
  if (event === null) return null;
  const isOut = ended !== null && ended.eventName !== "UpdateTeamMember" && ended.eventName !== "AssociateTeamMember";
  const words = isUncertain ? "perhaps a member" : roleText(span.role);
  const remote = remoteAccess === true ? " · remote" : "";
  return (
    <>
      <TextLink
        href={eventHref(event.eventId)}
        title={barTitle(span, timeZone)}
        aria-label={`${visibleText(words)}${remote}. ${barTitle(span, timeZone)}`}
        className="group absolute inset-y-0 flex items-center no-underline -outline-offset-2 hover:no-underline"
        // What lasts is never invisible.
        style={{ left: `${left}%`, width: `max(5px, ${right - left}%)` }}
      >
        <span
          className={cn(
            "block h-5 w-full truncate border pr-1 pl-3 text-small leading-[18px] group-hover:border-brass",
            isUncertain ? "hatched border-dashed border-line-strong text-ink" : roleStyle(span.role),
            isOut && "border-r-4 border-r-ink",
          )}
        >
          <span className={isUncertain ? "bg-paper px-1" : undefined}>
            <SafeText text={words} />
            {remote}
          </span>
        </span>
        {remoteAccess === true && <span className="absolute inset-x-0 bottom-0 h-[3px] bg-ink" aria-hidden="true" />}
      </TextLink>
      {isOut && !isUncertain && (
        <TextLink
          href={eventHref(ended.eventId)}
          title={eventTitle(ended, timeZone)}
          aria-label={visibleText(eventTitle(ended, timeZone))}
          className="absolute inset-y-0 z-10 w-3 -translate-x-1/2"
          style={{ left: `${right}%` }}
        />
      )}
    </>
  );
}

/** A call that failed: it changed nothing. */
export function FailureMark({ event, scale, timeZone }: { event: TeamEvent; scale: TeamScale; timeZone: string }) {
  return (
    <TextLink
      href={eventHref(event.eventId)}
      title={eventTitle(event, timeZone)}
      aria-label={visibleText(`Failed, changed nothing: ${eventTitle(event, timeZone)}`)}
      className="absolute inset-y-0 z-20 flex w-4 -translate-x-1/2 items-center justify-center text-failure hover:text-failure"
      style={{ left: `${placeOf(scale, Date.parse(event.eventTime))}%` }}
    >
      <X className="size-4 rounded-full border border-failure bg-paper p-px" strokeWidth={3} aria-hidden="true" />
    </TextLink>
  );
}

function eventTitle(event: TeamEvent, timeZone: string): string {
  return visibleText(`${formatTime(event.eventTime, timeZone)}: ${event.summary}`);
}

function barTitle(span: MemberSpan, timeZone: string): string {
  const time = (iso: string) => formatTime(iso, timeZone);
  const who = nameOfMember(span.userArn);
  if (span.isUncertain) {
    const since = span.from === null ? "since an unknown time" : `at some time after ${time(span.from)}`;
    return visibleText(`${who} was a member ${since}: ${span.ended ? eventTitle(span.ended, timeZone) : ""}`);
  }
  const remote = span.remoteAccess === true ? ", with remote access" : "";
  const until = span.to === null ? "to the end of what is known" : `until ${time(span.to)}`;
  const from = span.from === null ? "" : `from ${time(span.from)} `;
  return visibleText(`${who}: ${roleText(span.role)}${remote}, ${from}${until}. ${span.began?.summary ?? ""}`);
}
