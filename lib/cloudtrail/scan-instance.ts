import { RECORD_SCAN } from "./generated/record-scan.ts";

/** What assembly/record-scan.ts exports; addresses and sizes are bytes of `memory`. */
type Exports = {
  memory: WebAssembly.Memory;
  bytesAddress(): number;
  foundAddress(): number;
  sourcesAddress(): number;
  wordAddress(): number;
  reset(wantsAll: number, maxValueBytes: number): void;
  append(end: number, isLast: number): void;
  scan(): number;
  takeFound(): number;
  counted(): number;
  heldFrom(): number;
  moved(by: number): void;
  failureAddress(): number;
  isInRecord(): number;
  hasBegun(): number;
};

const FOUND_SIZE = 12;
const SOURCES_LIMIT = 4_000;
/** Stands behind a file's last byte, so that the last block and what an escape looks ahead are white space. */
const PADDING = 80;
/** A move costs less than it saves while so little is left over. */
const MOVED_BYTES = 64 * 1024;
/** One that had to hold a huge value gives its memory back rather than serving again. */
const KEPT_BYTES = 24 * 1024 * 1024;

let compiled: WebAssembly.Module | undefined;
const idle: ScanInstance[] = [];

/** Where a record lies: its bytes are a view that the next `feed` overwrites; its position is that among Records. */
export type FoundRecord = { bytes: Uint8Array; position: number };

/** The WebAssembly of the record scanner with its memory: what it reads from goes in by `feed`. */
export class ScanInstance {
  readonly #exports: Exports;
  readonly #base: number;
  #memory: Buffer;
  #end: number;
  /** Of the stream, before the first byte that is held. */
  #droppedBytes = 0;

  private constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(RECORD_SCAN, "base64"));
    const instance = new WebAssembly.Instance(compiled, { env: { abort: () => undefined } });
    this.#exports = instance.exports as Exports;
    this.#base = this.#end = this.#exports.bytesAddress();
    this.#memory = Buffer.from(this.#exports.memory.buffer);
  }

  /**
   * One that is ready for a file: the making takes longer than a small file does, so they are used again.
   * @param sources the event sources that are wanted, or null for all records
   * @param word eight small letters that make a record wanted, or null
   */
  static take(sources: readonly string[] | null, word: string | null, maxValueBytes: number): ScanInstance {
    const instance = idle.pop() ?? new ScanInstance();
    instance.#end = instance.#base;
    instance.#droppedBytes = 0;
    const wantsAll = sources === null || sources.length > SOURCES_LIMIT;
    instance.#exports.reset(wantsAll ? 1 : 0, maxValueBytes);
    if (!wantsAll) instance.#writeSources(sources);
    instance.#writeWord(wantsAll ? null : word);
    return instance;
  }

  /** For the next file; whatever it handed out is void. */
  release(): void {
    if (this.#memory.length <= KEPT_BYTES) idle.push(this);
  }

  /** Adds bytes and reads them; says how it went, and whether it must be called again, without bytes, for the rest. */
  feed(bytes: Uint8Array, isLast: boolean): { answer: number; found: FoundRecord[] } {
    if (bytes.length > 0 || isLast) {
      this.#makeRoom(bytes.length + PADDING);
      this.#memory.set(bytes, this.#end);
      this.#end += bytes.length;
      if (isLast) this.#memory.fill(0x20, this.#end, this.#end + PADDING);
      this.#exports.append(this.#end, isLast ? 1 : 0);
    }
    const answer = this.#exports.scan();
    return { answer, found: this.#found() };
  }

  /** The elements of Records so far. */
  get recordCount(): number {
    return this.#exports.counted();
  }

  get isInRecord(): boolean {
    return this.#exports.isInRecord() !== 0;
  }

  /** Whether there was anything but white space. */
  get hasBegun(): boolean {
    return this.#exports.hasBegun() !== 0;
  }

  /** Where reading failed: the byte, and how many came before it. */
  get failure(): { byte: number; position: number } {
    const address = this.#exports.failureAddress();
    return { byte: this.#memory[address] ?? 0, position: this.#droppedBytes + address - this.#base };
  }

  #found(): FoundRecord[] {
    const found: FoundRecord[] = [];
    const from = this.#exports.foundAddress();
    const to = from + this.#exports.takeFound() * FOUND_SIZE;
    for (let entry = from; entry < to; entry += FOUND_SIZE) {
      const address = this.#memory.readUInt32LE(entry);
      const bytes = this.#memory.subarray(address, address + this.#memory.readUInt32LE(entry + 4));
      found.push({ bytes, position: this.#memory.readUInt32LE(entry + 8) });
    }
    return found;
  }

  /** Moves what is still needed to the front, and takes more memory where that isn't enough. */
  #makeRoom(needed: number): void {
    const from = this.#exports.heldFrom();
    const by = from - this.#base;
    const held = this.#end - from;
    if (by > 0 && (held <= MOVED_BYTES || this.#end + needed > this.#memory.length)) {
      this.#memory.copyWithin(this.#base, from, this.#end);
      this.#exports.moved(by);
      this.#end -= by;
      this.#droppedBytes += by;
    }
    const missing = this.#end + needed - this.#memory.length;
    if (missing <= 0) return;
    // At least as much again, so that a value that comes in many pieces isn't moved for each.
    this.#exports.memory.grow(Math.ceil((missing + held) / 65_536));
    this.#memory = Buffer.from(this.#exports.memory.buffer);
  }

  /** A source is told by its first eight bytes; of a shorter one the quote behind it counts too. */
  #writeSources(sources: readonly string[]): void {
    let entry = this.#exports.sourcesAddress();
    this.#memory.fill(0, entry, entry + (sources.length + 1) * 16);
    for (const source of sources) {
      const bytes = Buffer.from(`${source}"`).subarray(0, 8);
      this.#memory.set(bytes, entry);
      this.#memory.fill(0xff, entry + 8, entry + 8 + bytes.length);
      entry += 16;
    }
  }
  #writeWord(word: string | null): void {
    if (word !== null && !/^[a-z]{8}$/.test(word)) throw new TypeError(`“${word}” is not eight small letters.`);
    this.#memory.write(word ?? "\0".repeat(8), this.#exports.wordAddress(), "latin1");
  }
}
