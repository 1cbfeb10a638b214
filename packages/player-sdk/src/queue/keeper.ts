/** Writes the newest state of a queue, one write at a time; states in between are skipped. */
export class Keeper {
  readonly #write: (text: string) => Promise<void>;
  readonly #state: () => string;
  #isDirty = false;
  #underWay: Promise<void> | undefined;

  constructor(write: (text: string) => Promise<void>, state: () => string) {
    this.#write = write;
    this.#state = state;
  }

  /** Resolves when a state at least as new as now is kept; rejects when it can't be. */
  keep(): Promise<void> {
    this.#isDirty = true;
    this.#underWay ??= this.#writeAll().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #writeAll(): Promise<void> {
    while (this.#isDirty) {
      this.#isDirty = false;
      await this.#write(this.#state());
    }
  }
}
