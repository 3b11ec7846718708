import type { Coverage } from "#lib/projects/coverage.ts";
import { placeOf, type TeamScale } from "./team-scale.ts";

const DAY_MS = 86_400_000;
/** Of the width, in percent: a narrower gap is seen in the row of the log files alone. */
const LEAST = 0.8;

/** Where nothing is known, hatched over all rows: outside of the log files, and gaps in them that have some width. */
export function UnknownSpans({ scale, coverage }: { scale: TeamScale; coverage: Coverage }) {
  const { knownFrom, knownTo } = scale;
  const outside = [
    { from: scale.from, to: knownFrom ?? scale.to },
    { from: knownTo ?? scale.to, to: scale.to },
  ].filter(({ from, to }) => to > from);
  const spans = [
    ...outside,
    ...gapsOf(coverage, scale).filter(({ from, to }) => placeOf(scale, to) - placeOf(scale, from) > LEAST),
  ];
  return spans.map(({ from, to }) => (
    <span
      key={from}
      className="hatched pointer-events-none absolute inset-y-0"
      style={widthOf(scale, from, to)}
      aria-hidden="true"
    />
  ));
}

/** The days whose log files were read as a line; gaps in it as what they are. */
export function LogFilesRow({ scale, coverage }: { scale: TeamScale; coverage: Coverage }) {
  const { knownFrom, knownTo } = scale;
  if (knownFrom === null || knownTo === null) return null;
  return (
    <>
      <span className="absolute top-1/2 h-px bg-line-strong" style={widthOf(scale, knownFrom, knownTo)} />
      {gapsOf(coverage, scale).map(({ from, to, title, isUnread }) => (
        <span
          key={`${from} ${isUnread}`}
          title={title}
          className={`absolute top-1/2 h-3 -translate-y-1/2 border-x ${isUnread ? "border-failure bg-failure-wash" : "border-line-strong bg-paper"}`}
          style={widthOf(scale, from, to)}
        />
      ))}
    </>
  );
}

type Gap = { from: number; to: number; title: string; isUnread: boolean };

function gapsOf({ gaps }: Coverage, scale: TeamScale): Gap[] {
  return gaps
    .map(({ from, to, kind, files }) => ({
      from: Date.parse(`${from}T00:00:00Z`),
      to: Date.parse(`${to}T00:00:00Z`) + DAY_MS,
      isUnread: kind === "unread",
      title: `${from}${to === from ? "" : ` to ${to}`}: ${kind === "unread" ? `${files} log files not read` : "no log file"}`,
    }))
    .filter(({ from, to }) => to > scale.from && from < scale.to);
}

function widthOf(scale: TeamScale, from: number, to: number) {
  const left = placeOf(scale, from);
  return { left: `${left}%`, width: `max(2px, ${placeOf(scale, to) - left}%)` };
}
