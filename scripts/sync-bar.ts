import { SingleBar } from "cli-progress";
import {
  filesDone,
  filesRead,
  type ProgressSample,
  ratesOf,
  timeLeftMs,
  withSample,
} from "#lib/progress/pass-rates.ts";
import type { TrailProgress } from "#lib/sync/sync-trail.ts";
import { terminalText } from "#lib/sync/terminal-text.ts";

const FORMAT =
  "{trail}  {bar}  {value}/{total}{more} files  {failed} failed  {events} new events  {bytesRate} MB/s  {eventsRate} events/s  {left}";

/** The progress of a pass in a terminal. */
export type SyncBar = { update: (progress: TrailProgress) => void; stop: () => void };

/**
 * A bar on a terminal, and where it is forced a line now and then: of the files that are listed so far, trail by trail;
 * listing runs ahead of reading, and how long the rest takes is known from its end on.
 */
export function syncBar(isForced: boolean): SyncBar {
  if (!isForced && !process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream: process.stderr,
    noTTYOutput: isForced,
    notTTYSchedule: 3_000,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 20,
    format: FORMAT,
  });
  let isOn = false;
  let trail = "";
  let startedAt = 0;
  let samples: readonly ProgressSample[] = [];
  return {
    update: (progress) => {
      const { url, counts } = progress;
      if (url !== trail) [trail, startedAt, samples] = [url, Date.now(), []];
      samples = withSample(samples, {
        atMs: Date.now() - startedAt,
        files: filesRead(counts),
        bytes: counts.bytesCompressed,
        events: counts.eventsInserted,
      });
      const shown = shownOf(progress, samples);
      if (!isOn) bar.start(counts.filesListed, filesDone(counts), shown);
      isOn = true;
      bar.setTotal(counts.filesListed);
      bar.update(filesDone(counts), shown);
    },
    stop: () => {
      if (isOn) bar.stop();
    },
  };
}

/** What stands beside the bar; rates are those of the last seconds. */
export function shownOf(
  { url, isListed, counts }: TrailProgress,
  samples: readonly ProgressSample[],
): Record<"trail" | "more" | "failed" | "events" | "bytesRate" | "eventsRate" | "left", string> {
  const rates = ratesOf(samples);
  const done = filesDone(counts);
  const left = timeLeftMs({ filesListed: counts.filesListed, filesDone: done, isListed }, rates?.filesPerSecond);
  return {
    trail: terminalText(url),
    more: isListed ? "" : "+",
    failed: counts.filesFailed.toLocaleString("en-US"),
    events: counts.eventsInserted.toLocaleString("en-US"),
    bytesRate: ((rates?.bytesPerSecond ?? 0) / 1e6).toFixed(1),
    eventsRate: Math.round(rates?.eventsPerSecond ?? 0).toLocaleString("en-US"),
    left: leftText(isListed, left),
  };
}

function leftText(isListed: boolean, left: number | null): string {
  if (!isListed) return "still listing";
  if (left === null) return "";
  const seconds = Math.ceil(left / 1000);
  const [minutes, hours] = [Math.floor(seconds / 60) % 60, Math.floor(seconds / 3600)];
  const two = (number: number) => String(number).padStart(2, "0");
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)} left`;
}
