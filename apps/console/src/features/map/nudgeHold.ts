/**
 * The place that is being moved by keys. It is held while they are pressed, and handed on as one
 * change once: when they rest, when another place is moved, or when the map is left.
 */
import type { Position } from './places';

export interface Nudged extends Position {
  /** Of the clue in the file. */
  readonly index: number;
}

export interface NudgeHoldOptions {
  hand(nudged: Nudged): void;
  /** Calls back after so many milliseconds, unless it is called off by what it returns. */
  later(callback: () => void, ms: number): () => void;
}

const REST_MS = 500;

export class NudgeHold {
  readonly #options: NudgeHoldOptions;
  #held: Nudged | undefined;
  #callOff = (): void => undefined;

  constructor(options: NudgeHoldOptions) {
    this.#options = options;
  }

  hold(nudged: Nudged): void {
    if (this.#held?.index !== nudged.index) this.handOn();
    this.#callOff();
    this.#held = nudged;
    this.#callOff = this.#options.later(() => this.handOn(), REST_MS);
  }

  /** Hands on what is held, if anything is. */
  handOn(): void {
    const held = this.#held;
    this.#callOff();
    this.#held = undefined;
    if (held) this.#options.hand(held);
  }
}
