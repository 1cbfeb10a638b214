/** What the generator knows of the events it sent: counted by id, in the order results come. */
import { eachResult, SeenNumbers } from './sequenceIds.js';

export class Progress {
  sent = 0;
  refused = 0;
  readonly outcomes: Record<string, number> = {};
  /** Called once for each id with a result. */
  onDecided: (sequence: number) => void = () => undefined;
  readonly #seen = new SeenNumbers();
  #lastMs = performance.now();

  get decided(): number {
    return this.#seen.size;
  }

  get undecided(): number {
    return this.sent - this.refused - this.#seen.size;
  }

  /** How long no result has come. */
  get silentMs(): number {
    return performance.now() - this.#lastMs;
  }

  /** One pushed frame of results; an id that comes again is not counted again. */
  take(frame: string): void {
    this.#lastMs = performance.now();
    eachResult(frame, (sequence, outcome) => {
      if (!this.#seen.add(sequence)) return;
      this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
      this.onDecided(sequence);
    });
  }
}
