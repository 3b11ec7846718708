const SIGNATURE_BYTES = 11;
/** Signature, flags, and the length of an extension that there is none of. */
const HEAD_BYTES = SIGNATURE_BYTES + 8;
const FIELDS_BYTES = 2;
const LENGTH_BYTES = 4;

/**
 * The values of a COPY of one column in the binary format, chunk by chunk: what can't be NULL, as bytes. (Postgres's
 * documentation of COPY, "Binary Format".)
 */
export class CopiedValues {
  #rest: Buffer = Buffer.alloc(0);
  #isAfterHead = false;

  /** The values that end in the chunk; they are parts of it. */
  take(chunk: Buffer): Buffer[] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const values: Buffer[] = [];
    let at = 0;
    if (!this.#isAfterHead) {
      if (bytes.length < HEAD_BYTES) return this.#keep(bytes, values);
      this.#isAfterHead = true;
      at = HEAD_BYTES;
    }
    while (bytes.length >= at + FIELDS_BYTES + LENGTH_BYTES) {
      const from = at + FIELDS_BYTES + LENGTH_BYTES;
      const to = from + bytes.readInt32BE(at + FIELDS_BYTES);
      if (bytes.length < to) break;
      values.push(bytes.subarray(from, to));
      at = to;
    }
    return this.#keep(bytes.subarray(at), values);
  }

  #keep(rest: Buffer, values: Buffer[]): Buffer[] {
    this.#rest = rest;
    return values;
  }
}
