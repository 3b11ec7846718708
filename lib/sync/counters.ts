/** What a pass has counted, named as in `npm run sync -- --json`. */
export const COUNTER_NAMES = [
  "filesListed",
  "filesIngested",
  "filesUnchanged",
  "filesSkipped",
  "filesFailed",
  "recordsRead",
  "eventsInserted",
  "recordsDuplicate",
  "recordsFiltered",
  "recordsRejected",
  "bytesCompressed",
  "bytesUncompressed",
] as const;

export type CounterName = (typeof COUNTER_NAMES)[number];
export type Counters = Record<CounterName, number>;

/** The column of a counter in `sync_run_trail`. */
export function columnOf(name: CounterName | "elapsedMs"): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Counters before anything is counted. */
export function noCounts(): Counters {
  return Object.fromEntries(COUNTER_NAMES.map((name) => [name, 0])) as Counters;
}

/** Adds the counts of one to another, in place. */
export function addCounts(to: Counters, from: Partial<Counters>): void {
  for (const name of COUNTER_NAMES) to[name] += from[name] ?? 0;
}

/** What doesn't add up in a finished pass, as a sentence, or null: every listed file and every record has one fate. */
export function imbalanceOf(counts: Counters): string | null {
  const files = counts.filesIngested + counts.filesUnchanged + counts.filesSkipped + counts.filesFailed;
  if (files !== counts.filesListed)
    return `The ledger doesn't balance: ${counts.filesListed} files listed, ${files} accounted for.`;
  const records = counts.eventsInserted + counts.recordsDuplicate + counts.recordsFiltered + counts.recordsRejected;
  if (records !== counts.recordsRead)
    return `The ledger doesn't balance: ${counts.recordsRead} records read, ${records} accounted for.`;
  return null;
}
