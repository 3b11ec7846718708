import { Fragment, type ReactNode } from "react";
import type { TeamHistory } from "#lib/codestar/team-history.ts";
import type { Coverage } from "#lib/projects/coverage.ts";
import { formatTime } from "#components/time/format-time.ts";
import { countOf } from "#components/text/format-count.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { MemberName } from "./member-name.tsx";
import { FailureMark, TeamBar } from "./team-bar.tsx";
import { TeamLegend } from "./team-legend.tsx";
import { placeOf, type TeamScale } from "./team-scale.ts";
import { LogFilesRow, UnknownSpans } from "./unknown-spans.tsx";

const MAX_ROWS = 60;
/** Of one member: more can't be told apart. */
const MAX_BARS = 100;

type Props = {
  history: TeamHistory;
  scale: TeamScale;
  coverage: Coverage;
  /** The instant that the team is shown as of. */
  at: string;
  timeZone: string;
};

/** Who was in the team when, as what: a row a member, a bar for each stretch in which nothing about it changed. */
export function TeamChart({ history, scale, coverage, at, timeZone }: Props) {
  const everMembers = history.members.filter(({ spans }) => spans.length > 0);
  const only = history.members.filter(({ spans }) => spans.length === 0);
  const rows = [...everMembers, ...only].slice(0, MAX_ROWS);
  const atMs = Date.parse(at);
  const isOnScale = atMs >= scale.from && atMs <= scale.to;
  return (
    <figure className="mt-4 min-w-0 [print-color-adjust:exact]">
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1 text-small text-ink-soft">
        <TeamLegend />
      </figcaption>
      <ScrollRegion label="Team over time" className="border-y border-line-strong">
        <div className="relative min-w-[46rem]">
          <Row label={<span className="text-small text-ink-soft">{timeZone.replaceAll("_", " ")}</span>} isLow>
            {scale.ticks.map((tick) => (
              <span
                key={tick.at}
                className="absolute bottom-0 border-l border-line-strong pl-1 text-small leading-5 text-ink-soft"
                style={{ left: `${placeOf(scale, tick.at)}%` }}
              >
                {tick.label}
              </span>
            ))}
          </Row>
          {rows.map(({ userArn, spans, failures }) => (
            <Row key={userArn} label={<MemberName userArn={userArn} />}>
              {spans.slice(-MAX_BARS).map((span, index) => (
                // Stretches of one member never move.
                <TeamBar key={index} span={span} scale={scale} timeZone={timeZone} />
              ))}
              <UnknownSpans scale={scale} coverage={coverage} />
              {failures.slice(-MAX_BARS).map((event) => (
                <FailureMark key={event.eventId} event={event} scale={scale} timeZone={timeZone} />
              ))}
            </Row>
          ))}
          <Row label={<span className="text-small text-ink-soft">Log files read</span>} isLow>
            <LogFilesRow scale={scale} coverage={coverage} />
          </Row>
          {/* Over the tracks alone, which begin where the names end. */}
          <div className="pointer-events-none absolute inset-y-0 right-2 left-40 max-sm:left-28" aria-hidden="true">
            {isOnScale && (
              <span
                className="absolute inset-y-0 z-20 w-0.5 -translate-x-1/2 bg-brass"
                style={{ left: `${placeOf(scale, atMs)}%` }}
              />
            )}
          </div>
        </div>
      </ScrollRegion>
      <p className="py-1 text-small text-ink-soft">
        {isOnScale ? (
          <>The line stands at {formatTime(at, timeZone)}.</>
        ) : (
          <>
            {formatTime(at, timeZone)} lies {atMs < scale.from ? "before" : "after"} what is drawn.
          </>
        )}
        {rows.some(({ spans, failures }) => Math.max(spans.length, failures.length) > MAX_BARS) &&
          ` Of each member the last ${MAX_BARS} stretches are drawn.`}
        {history.members.length > rows.length &&
          ` ${countOf(history.members.length - rows.length, "user")} more in the list below.`}
      </p>
    </figure>
  );
}

function Row({ label, isLow = false, children }: { label: ReactNode; isLow?: boolean; children: ReactNode }) {
  return (
    <div className={`flex border-b border-line last:border-b-0 ${isLow ? "h-6" : "h-8"}`}>
      <div className="sticky left-0 z-30 flex w-40 shrink-0 items-center bg-paper pr-3 max-sm:w-28">{label}</div>
      <div className="relative mr-2 grow overflow-hidden">
        <Fragment>{children}</Fragment>
      </div>
    </div>
  );
}
