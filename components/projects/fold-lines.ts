import type { DiaryLine } from "#lib/projects/diary.ts";

const SHOWN = 3;

/** A line of the diary, with the similar ones that it stands for. */
export type FoldedLine = DiaryLine & {
  /** How many calls of the same action and outcome follow on it. */ more: number;
};

/**
 * A day's lines without long rows of the same kind: of more than four that follow on each other with one action and
 * outcome, three stay and the last says how many more there are, and until when.
 */
export function foldLines(lines: readonly DiaryLine[]): FoldedLine[] {
  const isLike = (one: DiaryLine, other: DiaryLine) =>
    one.eventName === other.eventName && one.eventSource === other.eventSource && one.outcome === other.outcome;
  const runs: DiaryLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run && first && isLike(first, line)) run.push(line);
    else runs.push([line]);
  }
  return runs.flatMap((run) => {
    const shown = run.length > SHOWN + 1 ? run.slice(0, SHOWN) : run;
    const rest = run.slice(shown.length);
    const more = rest.reduce((sum, { events }) => sum + events, 0);
    return shown.map((line, index) =>
      index === shown.length - 1 ? { ...line, to: rest.at(-1)?.to ?? line.to, more } : { ...line, more: 0 },
    );
  });
}
