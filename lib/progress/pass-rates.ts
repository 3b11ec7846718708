/** How far a pass was at one moment, in files that it has read or tried to. */
export type ProgressSample = { atMs: number; files: number; bytes: number; events: number };

/** Of the files read, the bytes (as they lie in the bucket) and the new events. */
export type PassRates = { filesPerSecond: number; bytesPerSecond: number; eventsPerSecond: number };

/** A pass commits at least once a second: over so long, its rates are steady and still of now. */
const WINDOW_MS = 10_000;
const SECOND_MS = 1_000;

/** What was done of the files that a pass has listed, whatever became of them. */
export function filesDone(counts: {
  filesIngested: number;
  filesUnchanged: number;
  filesSkipped: number;
  filesFailed: number;
}): number {
  return counts.filesIngested + counts.filesUnchanged + counts.filesSkipped + counts.filesFailed;
}

/** What a pass has read, or tried to: what is unchanged or skipped is done once it is listed, and tells nothing of how long reading takes. */
export function filesRead(counts: { filesIngested: number; filesFailed: number }): number {
  return counts.filesIngested + counts.filesFailed;
}

/**
 * The samples of the last ten seconds and one before them, the new one at the end. A sample that goes back, in time or
 * in what is done, is of another pass and begins anew; one that comes within a second of the last is left out.
 */
export function withSample(samples: readonly ProgressSample[], sample: ProgressSample): readonly ProgressSample[] {
  const last = samples.at(-1);
  if (last === undefined || sample.atMs < last.atMs || sample.files < last.files) return [sample];
  if (sample.atMs - last.atMs < SECOND_MS / 2) return samples;
  const firstRecent = samples.findIndex(({ atMs }) => sample.atMs - atMs <= WINDOW_MS);
  return [...(firstRecent === -1 ? [last] : samples.slice(Math.max(0, firstRecent - 1))), sample];
}

/** The rates from the first sample to the last; null while they are less than half a second apart. */
export function ratesOf(samples: readonly ProgressSample[]): PassRates | null {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.atMs - first.atMs < SECOND_MS / 2) return null;
  const seconds = (last.atMs - first.atMs) / SECOND_MS;
  return {
    filesPerSecond: (last.files - first.files) / seconds,
    bytesPerSecond: (last.bytes - first.bytes) / seconds,
    eventsPerSecond: (last.events - first.events) / seconds,
  };
}

/**
 * How long the rest takes if it goes on like this; null while files are still being listed, because nobody knows then
 * how many there are, and while nothing moves.
 */
export function timeLeftMs(
  pass: { filesListed: number; filesDone: number; isListed: boolean },
  filesPerSecond: number | undefined,
): number | null {
  if (!pass.isListed) return null;
  const left = pass.filesListed - pass.filesDone;
  if (left <= 0) return 0;
  return filesPerSecond === undefined || filesPerSecond <= 0 ? null : (left / filesPerSecond) * SECOND_MS;
}
