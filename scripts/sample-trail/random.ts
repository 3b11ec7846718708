const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/**
 * Random numbers that a label decides (xoshiro128**, seeded from the label's FNV hash): the sample is the same on
 * every machine, and a change in one part of it, which draws from a label of its own, leaves the others as they were.
 */
export class Random {
  readonly #label: string;
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(label: string) {
    this.#label = label;
    let hash = 0x811c9dc5;
    for (let at = 0; at < label.length; at++) hash = Math.imul(hash ^ label.charCodeAt(at), 0x01000193);
    const mix = () => {
      hash = (hash + 0x9e3779b9) | 0;
      let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
      return value ^ (value >>> 16);
    };
    [this.#a, this.#b, this.#c, this.#d] = [mix(), mix(), mix(), mix() | 1];
    for (let skip = 0; skip < 8; skip++) this.#bits();
  }

  /** An independent stream for a part. */
  fork(part: string): Random {
    return new Random(`${this.#label}/${part}`);
  }

  #bits(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** 0 ≤ n < 1. */
  next(): number {
    return this.#bits() / 0x1_0000_0000;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.next() * list.length)];
    if (chosen === undefined) throw new RangeError("nothing to pick from");
    return chosen;
  }

  /** A whole number with that mean, as calls arrive in a stretch of time (Poisson). */
  count(mean: number): number {
    const limit = Math.exp(-mean);
    let count = -1;
    for (let product = 1; product > limit; count++) product *= this.next();
    return count;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.int(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
    }
    return shuffled;
  }

  hex(length: number): string {
    let text = "";
    while (text.length < length) text += this.#bits().toString(16).padStart(8, "0");
    return text.slice(0, length);
  }

  /** A valid version 4 UUID. */
  uuid(): string {
    const [a, b, c, d] = [this.#bits(), this.#bits(), this.#bits(), this.#bits()];
    const byte = (word: number, shift: number) => HEX[(word >>> shift) & 255] as string;
    return (
      byte(a, 24) +
      byte(a, 16) +
      byte(a, 8) +
      byte(a, 0) +
      "-" +
      byte(b, 24) +
      byte(b, 16) +
      "-" +
      (HEX[((b >>> 8) & 0x0f) | 0x40] as string) +
      byte(b, 0) +
      "-" +
      (HEX[((c >>> 24) & 0x3f) | 0x80] as string) +
      byte(c, 16) +
      "-" +
      byte(c, 8) +
      byte(c, 0) +
      byte(d, 24) +
      byte(d, 16) +
      byte(d, 8) +
      byte(d, 0)
    );
  }

  /** Capital letters and digits, as in the ids of S3 requests. */
  upper(length: number): string {
    let text = "";
    for (let at = 0; at < length; at++) text += UPPER[Math.floor(this.next() * 36)];
    return text;
  }

  /** The alphabet of IAM's unique ids and access keys. */
  base32(length: number): string {
    let text = "";
    for (let at = 0; at < length; at++) text += BASE32[Math.floor(this.next() * 32)];
    return text;
  }
}
