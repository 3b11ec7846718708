/** The strongest shade leaves the number on it readable in both themes. */
const LEAST = 14;
const MOST = 58;

/** How strong an hour's shade is, in per cent of the ink of bars: by the square root, so that few calls still show. */
export function shadeOf(calls: number, most: number): number {
  return calls === 0 ? 0 : Math.round(LEAST + (MOST - LEAST) * Math.sqrt(calls / Math.max(most, 1)));
}

const compact = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });

/** A number that fits into a small cell: `12`, `4.1k`, `18k`; nothing for none. */
export function cellText(calls: number): string {
  if (calls === 0) return "";
  return calls < 1000 ? String(calls) : compact.format(calls).toLowerCase();
}
