"use client";
import { TIMELINE_GROUPS } from "#lib/events/timeline.ts";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";

const CHOICES = ["outcome", ...TIMELINE_GROUPS] as const;

type Props = { by: TimelineStack["by"]; choose: (by: TimelineStack["by"]) => void };

/** What the bars are stacked by. */
export function StackChoice({ by, choose }: Props) {
  return (
    <label className="inline-flex items-center gap-1 print:hidden">
      by
      <select
        aria-label="Stacked by"
        className="h-6 cursor-pointer rounded-sm border border-line bg-panel pl-1 text-ink hover:border-line-strong"
        value={by}
        onChange={(event) => {
          const chosen = CHOICES.find((choice) => choice === event.target.value);
          if (chosen) choose(chosen);
        }}
      >
        {CHOICES.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </label>
  );
}
