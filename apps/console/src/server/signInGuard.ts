/**
 * Slows down guessing: a few tries a minute for each name, and a bound on all together, because
 * every try costs a hash. Kept in memory: a restart forgets, which helps nobody much.
 */
const WINDOW_MS = 60_000;
const TRIES_PER_NAME = 5;
const TRIES_IN_ALL = 60;
const NAMES_KEPT = 10_000;

interface Tries {
  readonly sinceMs: number;
  count: number;
}

export class SignInGuard {
  readonly #names = new Map<string, Tries>();
  #all: Tries = { sinceMs: Number.NEGATIVE_INFINITY, count: 0 };

  /** Counts a try. Answers how long to wait, in milliseconds; 0 when it may go on. */
  waitFor(name: string, nowMs: number): number {
    if (isOver(this.#all, nowMs)) this.#all = { sinceMs: nowMs, count: 0 };
    const tries = this.#triesOf(name.toLowerCase(), nowMs);
    this.#all.count += 1;
    tries.count += 1;
    if (tries.count > TRIES_PER_NAME) return tries.sinceMs + WINDOW_MS - nowMs;
    if (this.#all.count > TRIES_IN_ALL) return this.#all.sinceMs + WINDOW_MS - nowMs;
    return 0;
  }

  /** After a success the name starts anew. */
  forget(name: string): void {
    this.#names.delete(name.toLowerCase());
  }

  #triesOf(name: string, nowMs: number): Tries {
    const known = this.#names.get(name);
    if (known && !isOver(known, nowMs)) return known;
    this.#names.delete(name);
    const oldest = this.#names.keys().next().value;
    if (this.#names.size >= NAMES_KEPT && oldest !== undefined) this.#names.delete(oldest);
    const tries = { sinceMs: nowMs, count: 0 };
    this.#names.set(name, tries);
    return tries;
  }
}

function isOver(tries: Tries, nowMs: number): boolean {
  return nowMs - tries.sinceMs >= WINDOW_MS;
}
