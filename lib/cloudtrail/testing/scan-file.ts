import { RecordScanner } from "#lib/cloudtrail/record-scanner.ts";

/** UTF-8. */
export const bytesOf = (text: string) => new TextEncoder().encode(text);
const decode = (slice: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(slice);

/** What a scanner handed out, and how many records it counted. */
export type Scan = { records: { text: string; position: number }[]; count: number };

/** What is handed out and counted, read in chunks of `size`. */
export function scanFor(
  sources: readonly string[] | null,
  file: Uint8Array | string,
  size = 7,
  word: { word?: string } = {},
): Scan {
  const input = typeof file === "string" ? bytesOf(file) : file;
  const scanner = new RecordScanner({ sources, ...word });
  const records: Scan["records"] = [];
  const take = (found: Iterable<{ bytes: Uint8Array; position: number }>) => {
    for (const record of found) records.push({ text: decode(record.bytes), position: record.position });
  };
  try {
    for (let at = 0; at < input.length; at += size) {
      // A copy that is overwritten afterwards shows whether a record still points into a chunk that is gone.
      const chunk = input.slice(at, at + size);
      take(scanner.push(chunk));
      chunk.fill(0);
    }
    take(scanner.end());
    return { records, count: scanner.recordCount };
  } finally {
    scanner.close();
  }
}

/** All records' texts. */
export function scan(file: Uint8Array | string, size?: number): string[] {
  const { records, count } = scanFor(null, file, size);
  if (records.some(({ position }, index) => position !== index) || records.length !== count) {
    throw new Error("Not all records were handed out, in their order.");
  }
  return records.map(({ text }) => text);
}
