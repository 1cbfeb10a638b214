/** Waits for a condition as long as something still moves, and gives up when nothing does. */
export class Quiet {
  readonly #silenceMs: number;
  #waiters = new Set<() => void>();

  constructor(silenceMs: number) {
    this.#silenceMs = silenceMs;
  }

  /** Something moved: conditions are looked at again and the silence starts anew. */
  stir(): void {
    for (const wake of this.#waiters) wake();
  }

  /** Resolves true once the condition holds, false after a silence. */
  until(isTrue: () => boolean): Promise<boolean> {
    if (isTrue()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (answer: boolean) => {
        clearTimeout(timer);
        this.#waiters.delete(wake);
        resolve(answer);
      };
      const timer = setTimeout(() => end(isTrue()), this.#silenceMs);
      const wake = () => {
        if (isTrue()) end(true);
        else timer.refresh();
      };
      this.#waiters.add(wake);
    });
  }
}
