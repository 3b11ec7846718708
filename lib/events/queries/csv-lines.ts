const [QUOTE, COMMA, LINE_FEED, CARRIAGE_RETURN, APOSTROPHE] = [0x22, 0x2c, 0x0a, 0x0d, 0x27];
/** What a spreadsheet would take for the start of a formula: `=`, `+`, `-`, `@`, tab, carriage return. */
const isFormulaStart = Array.from({ length: 256 }, (_, byte) => [0x3d, 0x2b, 0x2d, 0x40, 0x09, 0x0d].includes(byte));

const AT_CELL = 0;
const IN_PLAIN = 1;
const AT_QUOTED = 2;
const IN_QUOTED = 3;
const AFTER_QUOTE = 4;

/**
 * Makes RFC 4180 of the CSV that Postgres writes, chunk by chunk: lines end with `\r\n`, and with `isSafe` a `'` stands
 * before what a spreadsheet would run as a formula. Postgres quotes the same cells as RFC 4180 asks for, and empty texts
 * besides, which the query must make NULL.
 */
export class CsvLines {
  readonly #isSafe: boolean;
  #state = AT_CELL;

  constructor(isSafe: boolean) {
    this.#isSafe = isSafe;
  }

  /** The chunk's bytes, and how many lines end in it. */
  take(chunk: Uint8Array): { bytes: Uint8Array; rows: number } {
    // At most one byte more for each.
    const out = Buffer.allocUnsafe(chunk.length * 2);
    const isSafe = this.#isSafe;
    let state = this.#state;
    let length = 0;
    let rows = 0;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index] ?? 0;
      if (state === IN_QUOTED) {
        if (byte === QUOTE) state = AFTER_QUOTE;
      } else if (byte === COMMA && state !== AT_QUOTED) {
        state = AT_CELL;
      } else if (byte === LINE_FEED && state !== AT_QUOTED) {
        out[length++] = CARRIAGE_RETURN;
        state = AT_CELL;
        rows++;
      } else if (byte === QUOTE) {
        // Inside a quoted cell a quote is two: this is the first of the value's own, or the second of any.
        state = state === AT_CELL ? AT_QUOTED : state === AT_QUOTED ? AFTER_QUOTE : IN_QUOTED;
      } else if (state !== IN_PLAIN) {
        if (isSafe && isFormulaStart[byte] === true) out[length++] = APOSTROPHE;
        state = state === AT_CELL ? IN_PLAIN : IN_QUOTED;
      }
      out[length++] = byte;
    }
    this.#state = state;
    return { bytes: out.subarray(0, length), rows };
  }
}
