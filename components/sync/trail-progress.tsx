import type { ReactNode } from "react";
import { filesDone, type ProgressSample, ratesOf, timeLeftMs } from "#lib/progress/pass-rates.ts";
import type { SyncRun, SyncRunTrail } from "#lib/sync/queries/run-rows.ts";
import { formatBytes } from "#components/text/format-bytes.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { lengthText } from "#components/time/duration-text.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { runHref } from "./run-href.ts";

type Props = { run: SyncRun; trail: SyncRunTrail | null; samples: readonly ProgressSample[] };

const UNKNOWN = "–";

/** A trail's part of a pass in one row; null for the one to come. */
export function TrailProgress({ run, trail, samples }: Props) {
  const isOn = trail !== null && trail.state === "running" && run.state === "running";
  const failed = trail?.filesFailed ?? 0;
  const done = trail === null ? 0 : filesDone(trail);
  const listed = trail?.filesListed ?? 0;
  const share = listed === 0 ? (trail?.isListed === true ? 1 : 0) : Math.min(1, done / listed);
  const average = averagesOf(trail);
  const now = isOn ? ratesOf(samples) : null;
  const rates = isOn ? now : average;
  const left =
    trail === null
      ? null
      : timeLeftMs({ filesListed: listed, filesDone: done, isListed: trail.isListed }, now?.filesPerSecond);
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-2 py-2 sm:grid-cols-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,3fr)_minmax(0,1fr)_repeat(3,minmax(0,2fr))]">
      <div className="col-span-full font-mono text-small lg:col-span-1">
        {trail === null ? UNKNOWN : <MiddleEllipsis text={trail.url} tail={24} />}
      </div>
      <div className="col-span-full lg:col-span-1">
        <Cell
          label={
            trail?.isListed === false && isOn ? "files done, of those listed so far" : "files done, of those listed"
          }
          value={`${formatCount(done)} of ${formatCount(listed)}${trail?.isListed === false && isOn ? "+" : ""}`}
        />
        <div
          role="progressbar"
          aria-label={`Files done of those listed${trail === null ? "" : ` in ${trail.url}`}`}
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
          className="mt-1 h-1.5 bg-sunken"
        >
          <div className={isOn ? "h-full bg-brass" : "h-full bg-bar"} style={{ width: `${share * 100}%` }} />
        </div>
      </div>
      <Cell
        label="failed"
        value={
          failed === 0 ? (
            "0"
          ) : (
            <TextLink className="text-failure" href={`${runHref(run.id)}#failed`}>
              {formatCount(failed)}
            </TextLink>
          )
        }
      />
      <Cell
        value={perSecond(rates?.bytesPerSecond, formatBytes)}
        label={
          isOn
            ? `read, ${perSecond(average?.bytesPerSecond, formatBytes)} on average`
            : `${formatBytes(trail?.bytesCompressed ?? 0)} read`
        }
      />
      <Cell
        value={perSecond(rates?.eventsPerSecond, formatCount)}
        label={
          isOn
            ? `new events, ${perSecond(average?.eventsPerSecond, formatCount)} on average`
            : countOf(trail?.eventsInserted ?? 0, "new event")
        }
      />
      <Cell
        value={isOn ? leftText(trail.isListed, left) : trail === null ? UNKNOWN : lengthText(trail.elapsedMs)}
        label={
          isOn
            ? `${trail.isListed ? "left, " : ""}${lengthText(wholeSeconds(trail.elapsedMs))} so far`
            : "from start to end"
        }
      />
    </div>
  );
}

function Cell({ value, label }: { value: ReactNode; label: string }) {
  return (
    <div className="min-w-0">
      <div className="truncate tabular-nums">{value}</div>
      <div className="truncate text-small text-ink-soft">{label}</div>
    </div>
  );
}

function averagesOf(trail: SyncRunTrail | null): { bytesPerSecond: number; eventsPerSecond: number } | null {
  if (trail === null || trail.elapsedMs <= 0) return null;
  const seconds = trail.elapsedMs / 1000;
  return { bytesPerSecond: trail.bytesCompressed / seconds, eventsPerSecond: trail.eventsInserted / seconds };
}

function perSecond(rate: number | undefined, format: (rate: number) => string): string {
  return rate === undefined ? UNKNOWN : `${format(Math.round(rate))}/s`;
}

function leftText(isListed: boolean, left: number | null): string {
  if (!isListed) return "still listing";
  return left === null ? UNKNOWN : `about ${lengthText(Math.max(1000, wholeSeconds(left)))}`;
}

function wholeSeconds(lengthMs: number): number {
  return Math.round(lengthMs / 1000) * 1000;
}
