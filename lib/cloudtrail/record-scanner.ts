import { LogFileError } from "./log-file-error.ts";
import { ValueReader } from "./value-reader.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** What is expected next, outside a value. */
type State =
  | "start"
  | "first-name"
  | "name"
  | "colon"
  | "value"
  | "after-value"
  | "first-record"
  | "record"
  | "after-record"
  | "end";

/**
 * Takes a log file's bytes as they come and hands out each element of its top-level `Records`, holding no more than the
 * one that is being read. Everything around the records is checked as JSON.
 */
export class RecordScanner {
  #state: State = "start";
  #reading: "name" | "member" | "record" | null = null;
  readonly #reader: ValueReader;
  #name = "";
  #hasRecords = false;
  #seenBytes = 0;
  #markBytes = 0;
  #failure: LogFileError | null = null;

  /** `maxValueBytes` bounds one record; CloudTrail's are at most 1 MB. */
  constructor(options: { maxValueBytes?: number } = {}) {
    this.#reader = new ValueReader(options.maxValueBytes ?? 64 * 1024 * 1024);
  }

  /**
   * The records that end in this chunk, byte for byte and without the white space around them. They may be views into
   * the chunk: don't reuse it before they are done with. Only their end is known here: `JSON.parse` of each is the
   * caller's, and one that fails means that the file isn't JSON.
   * @throws {LogFileError} when the bytes so far can't be a log file's
   */
  push(chunk: Uint8Array): Uint8Array[] {
    if (this.#failure) throw this.#failure;
    try {
      return this.#scan(chunk);
    } catch (error) {
      if (error instanceof LogFileError) this.#failure = error;
      throw error;
    }
  }

  /** @throws {LogFileError} when the file isn't complete */
  end(): void {
    if (this.#failure) throw this.#failure;
    if (this.#state === "end") return;
    const size = `${this.#seenBytes.toLocaleString("en-US")} ${this.#seenBytes === 1 ? "byte" : "bytes"}`;
    if (this.#seenBytes === 0) throw new LogFileError("The file is empty (0 bytes).");
    if (this.#state === "start") throw new LogFileError(`The file holds nothing but white space (${size}).`);
    const where = this.#reading === "record" ? "in the middle of a record" : "before its JSON is complete";
    throw new LogFileError(`The file is truncated: it ends after ${size}, ${where}.`);
  }

  #scan(chunk: Uint8Array): Uint8Array[] {
    const records: Uint8Array[] = [];
    let at = this.#reading ? this.#read(chunk, 0, records) : 0;
    while (at < chunk.length) {
      const byte = chunk[at]!;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
        at++;
      } else if (this.#state === "start" && this.#isMark(byte, at)) {
        this.#markBytes++;
        at++;
      } else {
        at = this.#step(chunk, at, byte, records);
      }
    }
    this.#seenBytes += chunk.length;
    return records;
  }

  /** UTF-8's byte order mark may open the file; copies made on Windows have it. */
  #isMark(byte: number, at: number): boolean {
    return this.#seenBytes + at === this.#markBytes && BYTE_ORDER_MARK[this.#markBytes] === byte;
  }

  /** One byte outside values that isn't white space; returns where to go on. */
  #step(chunk: Uint8Array, at: number, byte: number, records: Uint8Array[]): number {
    switch (this.#state) {
      case "start":
        if (byte !== OPEN_OBJECT || this.#markBytes % BYTE_ORDER_MARK.length !== 0) {
          this.#fail(at, byte, "an opening brace is due");
        }
        this.#state = "first-name";
        return at + 1;
      case "first-name":
      case "name":
        if (byte === CLOSE_OBJECT && this.#state === "first-name") return this.#close(at);
        if (byte !== QUOTE) this.#fail(at, byte, "a name in quotes is due");
        return this.#begin("name", chunk, at, byte, records);
      case "colon":
        if (byte !== COLON) this.#fail(at, byte, "a colon is due");
        this.#state = "value";
        return at + 1;
      case "value":
        if (this.#name !== "Records") return this.#begin("member", chunk, at, byte, records);
        if (this.#hasRecords) throw new LogFileError("The file has two members named Records.");
        if (byte !== OPEN_ARRAY) throw new LogFileError("Records is not an array, so this is no CloudTrail log file.");
        this.#hasRecords = true;
        this.#state = "first-record";
        return at + 1;
      case "after-value":
        if (byte === CLOSE_OBJECT) return this.#close(at);
        if (byte !== COMMA) this.#fail(at, byte, "a comma or a closing brace is due");
        this.#state = "name";
        return at + 1;
      case "first-record":
      case "record":
        if (byte === CLOSE_ARRAY && this.#state === "first-record") {
          this.#state = "after-value";
          return at + 1;
        }
        return this.#begin("record", chunk, at, byte, records);
      case "after-record":
        if (byte !== COMMA && byte !== CLOSE_ARRAY) this.#fail(at, byte, "a comma or a closing bracket is due");
        this.#state = byte === COMMA ? "record" : "after-value";
        return at + 1;
      case "end":
        throw new LogFileError(`The JSON ends before byte ${this.#position(at)}, but the file goes on.`);
    }
  }

  #close(at: number): number {
    if (!this.#hasRecords) throw new LogFileError("The JSON has no Records, so this is no CloudTrail log file.");
    this.#state = "end";
    return at + 1;
  }

  #begin(
    what: "name" | "member" | "record",
    chunk: Uint8Array,
    at: number,
    byte: number,
    records: Uint8Array[],
  ): number {
    if (!this.#reader.begin(byte)) this.#fail(at, byte, what === "record" ? "a record is due" : "a value is due");
    this.#reading = what;
    return this.#read(chunk, at, records);
  }

  #read(chunk: Uint8Array, from: number, records: Uint8Array[]): number {
    const to = this.#reader.read(chunk, from);
    const bytes = this.#reader.take();
    if (!bytes) return to;
    const what = this.#reading;
    this.#reading = null;
    if (what === "record") {
      records.push(bytes);
      this.#state = "after-record";
    } else {
      const value = this.#parse(bytes, to);
      if (what === "name") this.#name = String(value);
      this.#state = what === "name" ? "colon" : "after-value";
    }
    return to;
  }

  #parse(bytes: Uint8Array, to: number): unknown {
    try {
      // Without ignoreBOM a mark inside the file would vanish here and pass for JSON.
      return JSON.parse(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
    } catch {
      throw new LogFileError(`The file is not JSON: the value that ends at byte ${this.#position(to)} is malformed.`);
    }
  }

  #fail(at: number, byte: number, due: string): never {
    const isPrintable = byte > 0x20 && byte < 0x7f;
    const found = isPrintable ? String.fromCharCode(byte) : `0x${byte.toString(16).padStart(2, "0")}`;
    throw new LogFileError(`The file is not a log file's JSON: ${due} at byte ${this.#position(at)}, found ${found}.`);
  }

  #position(at: number): string {
    return (this.#seenBytes + at).toLocaleString("en-US");
  }
}
