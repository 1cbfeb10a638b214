/**
 * Token buckets by key, each kept as one number: the time at which it is full again. That is the
 * generic cell rate algorithm of ITU-T I.371. A key that is not remembered has a full bucket, and
 * how many are remembered is bounded, so that made-up keys cost nothing but other keys' memory.
 */

export interface Rate {
  readonly perSecond: number;
  /** How many may come at once; nothing larger ever passes. */
  readonly burst: number;
}

/** Times since 1970 in milliseconds are exact to less than this. */
const ROUNDING_MS = 0.001;

export class RateLimiter {
  readonly #intervalMs: number;
  readonly #toleranceMs: number;
  /** Keys by age: the old ones go when the young ones are half of what is remembered. */
  #young = new Map<string, number>();
  #old = new Map<string, number>();

  /** @param keys remembered at most */
  constructor(
    { perSecond, burst }: Rate,
    private readonly keys: number,
  ) {
    this.#intervalMs = 1000 / perSecond;
    this.#toleranceMs = burst * this.#intervalMs;
  }

  /** Takes what is asked for; answers 0, or how many milliseconds to wait, and takes nothing. */
  take(key: string, amount: number, nowMs: number): number {
    const waitMs = this.waitMs(key, amount, nowMs);
    if (waitMs === 0) this.spend(key, amount, nowMs);
    return waitMs;
  }

  /** How many milliseconds until so much may be taken; 0 when it may now. */
  waitMs(key: string, amount: number, nowMs: number): number {
    const over = this.#fullAtMs(key, nowMs) + amount * this.#intervalMs - nowMs - this.#toleranceMs;
    return over < ROUNDING_MS ? 0 : Math.ceil(over);
  }

  /** Takes it, whether or not it is there. */
  spend(key: string, amount: number, nowMs: number): void {
    const fullAtMs = this.#fullAtMs(key, nowMs) + amount * this.#intervalMs;
    if (this.#young.size >= this.keys / 2 && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, fullAtMs);
  }

  get remembered(): number {
    return this.#young.size + this.#old.size;
  }

  #fullAtMs(key: string, nowMs: number): number {
    const storedMs = this.#young.get(key) ?? this.#old.get(key) ?? 0;
    const emptyMs = nowMs + this.#toleranceMs;
    if (storedMs <= emptyMs) return Math.max(nowMs, storedMs);
    // No bucket is emptier than empty: the clock was put back, and what was kept is of its future.
    this.#young.set(key, emptyMs);
    return emptyMs;
  }
}
