"use client";
import { formatCount } from "#components/text/format-count.ts";

/** How many values are shown, at first and each time that somebody asks for more; the last is what an answer may hold. */
export const VALUE_STEPS = [10, 50, 200, 1000] as const;

type Props = { /** In sight. */ shown: number; total: number; most: number; onMost: (most: number) => void };

/** How many values there are beside those in sight, and a way to them. */
export function MoreValues({ shown, total, most, onMost }: Props) {
  const [first] = VALUE_STEPS;
  const next = VALUE_STEPS.find((step) => step > most);
  const isCut = total > shown;
  if (!isCut && most === first) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 px-1 text-small text-ink-soft">
      {isCut && (
        <p className="py-1">
          The {formatCount(shown)} most frequent of {formatCount(total)}
          {next === undefined && "; find the others by name"}
        </p>
      )}
      <span className="ml-auto flex gap-2">
        {most > first && <StepButton label="Fewer" onClick={() => onMost(first)} />}
        {isCut && next !== undefined && <StepButton label="More" onClick={() => onMost(next)} />}
      </span>
    </div>
  );
}

function StepButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={`Show ${label.toLowerCase()}`}
      className="h-7 rounded-sm px-1 text-brass pointer-coarse:h-10 hover:underline"
      onClick={onClick}
    >
      {label}
    </button>
  );
}
