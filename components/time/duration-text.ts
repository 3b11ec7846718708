const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
] as const;

/** How long it is from one moment to another, in the two largest units: `2 h 5 min`. */
export function durationText(from: string, to: string): string {
  return lengthText(Date.parse(to) - Date.parse(from));
}

/** A length of time in its two largest units; under a second in ms. */
export function lengthText(lengthMs: number): string {
  if (lengthMs < 1000) return `${Math.max(0, Math.round(lengthMs))} ms`;
  const first = UNITS.findIndex(([, unitMs]) => lengthMs >= unitMs);
  let rest = lengthMs;
  const parts: string[] = [];
  for (const [unit, unitMs] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / unitMs);
    rest -= count * unitMs;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.join(" ");
}
