import type { SyncRun } from "#lib/sync/queries/run-rows.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { RunStateMark } from "./run-state-mark.tsx";
import { runHref } from "./run-href.ts";
import { isActive, type TrackedRun } from "./track-run.ts";
import { TrailProgress } from "./trail-progress.tsx";

type Props = {
  tracked: TrackedRun;
  trouble: string;
  /** Where the page is about more than the pass. */ hasHeading: boolean;
};

/** A pass, trail by trail: how far, how fast, how long. Its places are the same before, during and after it. */
export function PassProgress({ tracked, trouble, hasHeading }: Props) {
  const { run, samples } = tracked;
  const word = wordOn(run);
  return (
    <section aria-label="The pass" className="border-y border-line-strong py-2">
      <div className="flex min-h-6 empty:hidden flex-wrap items-center gap-x-4">
        {hasHeading && (
          <h2 className="font-semibold">
            <TextLink href={runHref(run.id)}>Pass {run.id}</TextLink>
          </h2>
        )}
        {(hasHeading || isActive(run)) && <RunStateMark state={run.state} />}
        {word !== "" && <span className="text-ink-soft">{word}</span>}
        {trouble !== "" && <span className="ml-auto text-failure">{trouble}</span>}
      </div>
      {run.trails.length === 0 ? (
        <TrailProgress run={run} trail={null} samples={[]} />
      ) : (
        run.trails.map((trail) => (
          <TrailProgress key={trail.trailId} run={run} trail={trail} samples={samples.get(trail.trailId) ?? []} />
        ))
      )}
    </section>
  );
}

function wordOn(run: SyncRun): string {
  if (run.state === "waiting") return "A worker takes it in a moment.";
  if (run.state === "running" && run.trails.length === 0) return "It begins.";
  return "";
}
