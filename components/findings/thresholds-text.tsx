import type { DeclaredKind, Thresholds } from "#lib/findings/finding-kinds.ts";
import { formatCount } from "#components/text/format-count.ts";

/** The numbers that a kind turns on, such as `Nothing done for 90 days`. */
export function ThresholdsText({ kind, thresholds }: { kind: DeclaredKind; thresholds: Thresholds }) {
  if (kind.thresholds.length === 0) return "No threshold";
  return kind.thresholds
    .map(({ name, label, unit }) => {
      const value = thresholds[name as keyof Thresholds];
      return `${label} ${formatCount(value)} ${value === 1 ? unit.replace(/s\b/, "") : unit}`;
    })
    .join(" · ");
}
