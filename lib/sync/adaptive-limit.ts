/** How far a limit moves: from where, between what, after how many successes in a row, and how soon it may be halved again. */
export type AdaptiveLimitOptions = { start: number; least: number; most: number; run: number; pauseMs: number };

/**
 * How many requests may be on their way at once: half as many when the server asks for less, one more after as many
 * successes in a row as are on their way. Requests that were already sent say the same again, so that a second halving
 * waits a while.
 */
export class AdaptiveLimit {
  readonly #options: AdaptiveLimitOptions;
  #current: number;
  #successes = 0;
  #halvedAt = -Infinity;

  constructor(options: AdaptiveLimitOptions) {
    this.#options = options;
    this.#current = options.start;
  }

  get current(): number {
    return this.#current;
  }

  /** A request was answered as it should be. */
  succeed(): void {
    const { most, run } = this.#options;
    if (++this.#successes < Math.max(run, this.#current) || this.#current >= most) return;
    this.#successes = 0;
    this.#current++;
  }

  /** The server asked for fewer requests. */
  slowDown(nowMs = performance.now()): void {
    const { least, pauseMs } = this.#options;
    this.#successes = 0;
    if (nowMs - this.#halvedAt < pauseMs) return;
    this.#halvedAt = nowMs;
    this.#current = Math.max(least, this.#current >> 1);
  }
}
