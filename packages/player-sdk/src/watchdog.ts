/**
 * Notices a connection that takes packets and answers none. One lazy timer for all packets, so
 * that a packet costs no timer of its own.
 */
export class Watchdog {
  readonly #withinMs: number;
  readonly #now: () => number;
  readonly #onSilence: () => void;
  readonly #sentAtMs = new Map<number, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: { withinMs: number; now: () => number; onSilence: () => void }) {
    this.#withinMs = options.withinMs;
    this.#now = options.now;
    this.#onSilence = options.onSilence;
  }

  sent(key: number): void {
    this.#sentAtMs.set(key, this.#now());
    this.#timer ??= setTimeout(() => this.#look(), this.#withinMs);
  }

  answered(key: number): void {
    this.#sentAtMs.delete(key);
  }

  /** Forgets every packet: the connection they left on is gone. */
  clear(): void {
    this.#sentAtMs.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    this.#timer = undefined;
    const oldest = this.#sentAtMs.values().next().value;
    if (oldest === undefined) return;
    const leftMs = oldest + this.#withinMs - this.#now();
    if (leftMs > 0) this.#timer = setTimeout(() => this.#look(), leftMs);
    else this.#onSilence();
  }
}
