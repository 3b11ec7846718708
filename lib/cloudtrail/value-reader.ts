import { LogFileError } from "./log-file-error.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Which ASCII bytes end a number or word: white space, comma, closing bracket and brace. */
const ENDS_SCALAR = new Uint8Array(256);
for (const byte of [0x09, 0x0a, 0x0d, 0x20, 0x2c, 0x5d, 0x7d]) ENDS_SCALAR[byte] = 1;

/** Which bytes can begin a JSON value: quote, brace, bracket, minus, digits, and the words' first letters. */
const BEGINS = new Uint8Array(256);
for (const byte of new TextEncoder().encode('"{[-0123456789tfn')) BEGINS[byte] = 1;

/** Finds the end of one JSON value in bytes that come in pieces, by quotes and nesting alone. */
export class ValueReader {
  readonly #maxBytes: number;
  #kind: "string" | "nested" | "scalar" | null = null;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #pieces: Uint8Array[] = [];
  #heldBytes = 0;
  #done: Uint8Array | null = null;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Readies for a value that begins with this byte; false when none does. */
  begin(byte: number): boolean {
    if (BEGINS[byte] === 0) return false;
    this.#kind = byte === QUOTE ? "string" : byte === 0x7b || byte === 0x5b ? "nested" : "scalar";
    this.#depth = 0;
    this.#isInString = false;
    this.#isEscaped = false;
    return true;
  }

  /** Reads on, and returns the index behind the value's last byte or, when it goes on, the chunk's length. */
  read(chunk: Uint8Array, from: number): number {
    const to = this.#kind === "scalar" ? this.#endOfScalar(chunk, from) : this.#endOfNested(chunk, from);
    const isDone = to >= 0;
    const end = isDone ? to : chunk.length;
    this.#heldBytes += end - from;
    if (this.#heldBytes > this.#maxBytes) {
      throw new LogFileError(
        `A single value in the file is larger than ${this.#maxBytes.toLocaleString("en-US")} bytes.`,
      );
    }
    if (isDone) this.#finish(chunk.subarray(from, end));
    else this.#pieces.push(chunk.slice(from));
    return end;
  }

  /** The value's bytes, once, when it is complete. */
  take(): Uint8Array | null {
    const done = this.#done;
    this.#done = null;
    return done;
  }

  #finish(last: Uint8Array): void {
    if (this.#pieces.length === 0) {
      this.#done = last;
    } else {
      this.#done = new Uint8Array(this.#heldBytes);
      let at = 0;
      for (const piece of [...this.#pieces, last]) {
        this.#done.set(piece, at);
        at += piece.length;
      }
      this.#pieces = [];
    }
    this.#heldBytes = 0;
  }

  #endOfScalar(chunk: Uint8Array, from: number): number {
    for (let at = from; at < chunk.length; at++) if (ENDS_SCALAR[chunk[at]!] === 1) return at;
    return -1;
  }

  /** Also for a string by itself, which is a nesting of depth 0. Local variables, because this is the hot loop. */
  #endOfNested(chunk: Uint8Array, from: number): number {
    const length = chunk.length;
    let depth = this.#depth;
    let isInString = this.#isInString;
    let at = from;
    if (this.#isEscaped && at < length) {
      at++;
      this.#isEscaped = false;
    }
    while (at < length) {
      if (isInString) {
        let byte = 0;
        while (at < length && (byte = chunk[at]!) !== QUOTE && byte !== BACKSLASH) at++;
        if (at === length) break;
        at++;
        if (byte === BACKSLASH) {
          if (at === length) this.#isEscaped = true;
          at++;
          continue;
        }
        isInString = false;
        if (depth === 0) return at;
      }
      while (at < length) {
        const byte = chunk[at++]!;
        if (byte === QUOTE) {
          isInString = true;
          break;
        }
        // `[` and `{`, `]` and `}` differ by this one bit; that they match is for JSON.parse to find.
        const folded = byte | 0x20;
        if (folded === 0x7b) depth++;
        else if (folded === 0x7d && --depth === 0) return at;
      }
    }
    this.#depth = depth;
    this.#isInString = isInString;
    return -1;
  }
}
