import type { DeclaredKind, Thresholds } from "#lib/findings/finding-kinds.ts";
import { formatCount } from "#components/text/format-count.ts";

/** The numbers that a kind turns on, such as `Nothing done for: 90 days`. */
export function ThresholdsText({ kind, thresholds }: { kind: DeclaredKind; thresholds: Thresholds }) {
  if (kind.thresholds.length === 0) return "No threshold";
  return kind.thresholds
    .map(({ name, label, unit }) => `${label}: ${formatCount(thresholds[name as keyof Thresholds])} ${unit}`)
    .join(" · ");
}
