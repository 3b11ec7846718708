const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/**
 * Counts the whole rows of a file as its bytes come. A line feed within quotes is part of a cell; doubled quotes leave
 * and enter the cell again, so that neither needs to look ahead. JSON has no line feeds but those between records.
 */
export class RowCounter {
  #lines = 0;
  #isQuoted = false;
  readonly #isCsv: boolean;

  constructor(isCsv: boolean) {
    this.#isCsv = isCsv;
  }

  /** Rows that have ended so far; the CSV's header is none. */
  get rows(): number {
    return this.#isCsv ? Math.max(0, this.#lines - 1) : this.#lines;
  }

  take(bytes: Uint8Array): void {
    let isQuoted = this.#isQuoted;
    let lines = 0;
    for (const byte of bytes) {
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === LINE_FEED && !(isQuoted && this.#isCsv)) lines++;
    }
    this.#isQuoted = isQuoted;
    this.#lines += lines;
  }
}
