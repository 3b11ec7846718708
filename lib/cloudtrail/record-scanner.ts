import { LogFileError } from "./log-file-error.ts";
import { ScanInstance, type FoundRecord } from "./scan-instance.ts";

const NO_BYTES = new Uint8Array(0);
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** What tells an S3 event notification from a log file; see is-s3-notification.ts. */
const NOTIFICATION_SOURCE = "aws:s3";

// What assembly/record-scan.ts answers.
const MORE_BYTES = 0;
const FOUND_FULL = 1;
const DONE = 2;
const DUE: Record<number, string> = {
  10: "an opening brace is due",
  11: "a name in quotes is due",
  12: "a colon is due",
  13: "a comma or a closing brace is due",
  14: "a comma or a closing bracket is due",
  15: "a record is due",
  16: "a value is due",
};
const REFUSED: Record<number, string> = {
  17: "Records is not an array, so this is no CloudTrail log file.",
  18: "The file has two members named Records.",
  19: "The JSON has no Records, so this is no CloudTrail log file.",
};
const GOES_ON = 20;
const MALFORMED = 21;
const TOO_LARGE = 22;

/**
 * Takes a log file's bytes as they come and hands out elements of its top-level `Records`, byte for byte and without
 * the white space around them, holding no more than the one that is being read. All of the file is checked as JSON
 * (RFC 8259), and all records are counted, but only those are handed out that may be wanted: records whose
 * `eventSource` is one of `sources` (null: all), those that have `word` anywhere in them, and whatever needs a closer
 * look to tell, such as one whose names are written with escapes, an S3 notification, an Insights statistic, or an
 * element that is no object. It may hand out one too many, never one too few.
 *
 * A record's bytes are a view: be done with them before asking for the next.
 */
export class RecordScanner {
  readonly #maxValueBytes: number;
  readonly #instance: ScanInstance;
  #seenBytes = 0;
  /** The first bytes, while they are too few to tell a mark. */
  #head: Uint8Array = NO_BYTES;
  #answer = MORE_BYTES;
  #failure: LogFileError | null = null;

  /**
   * `word` is eight small letters; all but its second and its last are found as capitals too, and whichever as escapes.
   * `maxValueBytes` bounds one record; CloudTrail's are at most 1 MB.
   */
  constructor(options: { sources?: readonly string[] | null; word?: string; maxValueBytes?: number } = {}) {
    const sources = options.sources ?? null;
    this.#maxValueBytes = options.maxValueBytes ?? 8 * 1024 * 1024;
    const wanted = sources && [...sources, NOTIFICATION_SOURCE];
    this.#instance = ScanInstance.take(wanted, options.word ?? null, this.#maxValueBytes);
  }

  /** How many elements `Records` has so far, handed out or not. */
  get recordCount(): number {
    return this.#instance.recordCount;
  }

  /**
   * The records that end in this chunk.
   * @throws {LogFileError} when the bytes so far can't be a log file's
   */
  *push(chunk: Uint8Array): Generator<FoundRecord> {
    const isFirst = this.#seenBytes < BYTE_ORDER_MARK.length;
    this.#seenBytes += chunk.length;
    yield* this.#feed(isFirst ? this.#withoutMark(chunk) : chunk, false);
  }

  /**
   * The records that only the file's end completes.
   * @throws {LogFileError} when the file isn't complete
   */
  *end(): Generator<FoundRecord> {
    yield* this.#feed(this.#head, true);
    if (this.#answer === DONE) return;
    const size = `${this.#seenBytes.toLocaleString("en-US")} ${this.#seenBytes === 1 ? "byte" : "bytes"}`;
    if (this.#seenBytes === 0) throw new LogFileError("The file is empty (0 bytes).");
    if (!this.#instance.hasBegun) throw new LogFileError(`The file holds nothing but white space (${size}).`);
    const where = this.#instance.isInRecord ? "in the middle of a record" : "before its JSON is complete";
    throw new LogFileError(`The file is truncated: it ends after ${size}, ${where}.`);
  }

  /** Gives back what it works with; nothing that it handed out may be used any more. */
  close(): void {
    this.#instance.release();
  }

  *#feed(bytes: Uint8Array, isLast: boolean): Generator<FoundRecord> {
    if (this.#failure) throw this.#failure;
    let fed = this.#instance.feed(bytes, isLast);
    yield* fed.found;
    while (fed.answer === FOUND_FULL) {
      fed = this.#instance.feed(NO_BYTES, false);
      yield* fed.found;
    }
    this.#answer = fed.answer;
    if (fed.answer > DONE) throw (this.#failure = new LogFileError(this.#reason(fed.answer)));
  }

  /** UTF-8's byte order mark may open the file; copies made on Windows have it. It becomes white space. */
  #withoutMark(chunk: Uint8Array): Uint8Array {
    const bytes = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    this.#head = NO_BYTES;
    if (bytes.length < BYTE_ORDER_MARK.length) {
      this.#head = Uint8Array.from(bytes);
      return NO_BYTES;
    }
    if (!BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte)) return bytes;
    return Uint8Array.from(bytes).fill(0x20, 0, BYTE_ORDER_MARK.length);
  }

  #reason(answer: number): string {
    const { byte, position } = this.#instance.failure;
    const at = position.toLocaleString("en-US");
    const due = DUE[answer];
    if (due !== undefined) {
      const isPrintable = byte > 0x20 && byte < 0x7f;
      const found = isPrintable ? String.fromCharCode(byte) : `0x${byte.toString(16).padStart(2, "0")}`;
      return `The file is not a log file's JSON: ${due} at byte ${at}, found ${found}.`;
    }
    if (answer === GOES_ON) return `The JSON ends before byte ${at}, but the file goes on.`;
    if (answer === TOO_LARGE) {
      return `A single value in the file is larger than ${this.#maxValueBytes.toLocaleString("en-US")} bytes.`;
    }
    if (answer === MALFORMED && this.#instance.isInRecord) {
      const record = (this.recordCount + 1).toLocaleString("en-US");
      return `The file is not JSON: record ${record} is malformed (at byte ${at}).`;
    }
    return REFUSED[answer] ?? `The file is not JSON: it is malformed at byte ${at}.`;
  }
}
