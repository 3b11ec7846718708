import type { ReactNode } from "react";
import type { TeamMoment } from "#lib/codestar/team-moments.ts";
import type { Coverage } from "#lib/projects/coverage.ts";
import { countOf } from "#components/text/format-count.ts";
import { EventSentence } from "./event-sentence.tsx";

type Props = { at: string; moment: TeamMoment; coverage: Coverage; place: string };

/** What keeps a team at an instant from being the whole truth; nothing where nothing does. */
export function TeamLimits({ at, moment, coverage, place }: Props) {
  const limits = moment.notYetCreatedBy
    ? lifeLimits(moment)
    : [...lifeLimits(moment), ...ledgerLimits(at, coverage, place)];
  if (limits.length === 0) return null;
  return (
    <ul className="border-l-2 border-line-strong pl-3 text-ink-soft">
      {limits.map((limit, index) => (
        // They have no order of their own.
        <li key={index}>{limit}</li>
      ))}
    </ul>
  );
}

function lifeLimits({ notYetCreatedBy, deletedBy }: TeamMoment): ReactNode[] {
  if (notYetCreatedBy) {
    return [
      <>
        The project wasn’t there yet: <EventSentence event={notYetCreatedBy} isWhole />.
      </>,
    ];
  }
  if (!deletedBy) return [];
  return [
    <>
      The project had been deleted, and its team with it: <EventSentence event={deletedBy} isWhole />.
    </>,
  ];
}

function ledgerLimits(at: string, { firstDay, lastDay, gaps }: Coverage, place: string): string[] {
  const day = at.slice(0, 10);
  if (firstDay === null || lastDay === null) return [`No log file of ${place} has been read.`];
  if (day < firstDay) return [`The log files of ${place} begin on ${firstDay}: who was in the team before is unknown.`];
  const before = gaps.filter(({ from }) => from <= day);
  const files = before.reduce((sum, gap) => sum + gap.files, 0);
  const days = before.reduce((sum, gap) => sum + (gap.kind === "missing" ? daysOf(gap) : 0), 0);
  return [
    ...(day > lastDay ? [`The newest log file of ${place} is of ${lastDay}: what came after it is unknown.`] : []),
    ...(files > 0
      ? [`${countOf(files, "log file")} from before that could not be read, or not yet: what they hold is unknown.`]
      : []),
    ...(days > 0
      ? [
          `On ${countOf(days, "day")} before that no log file came: nothing was called then, or the file is missing. The two look the same.`,
        ]
      : []),
  ];
}

function daysOf({ from, to }: { from: string; to: string }): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}
