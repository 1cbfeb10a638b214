/**
 * When to tell the server how far results were had: the first after a quiet while at once, those
 * that follow together when the while is over. Only the last place is worth telling.
 */
import type { ResultOffset } from '@trove/contracts';

export class SeenReport {
  #untold: ResultOffset | undefined;
  #toldAtMs = Number.NEGATIVE_INFINITY;
  readonly #everyMs: number;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** Results up to this place were had; of several partitions the last one is told. */
  saw({ partition, epoch, offset }: ResultOffset): void {
    this.#untold = { partition, epoch, offset };
  }

  /** Milliseconds until there is something to tell; undefined while there is nothing. */
  dueInMs(nowMs: number): number | undefined {
    if (this.#untold === undefined) return undefined;
    return Math.max(0, this.#toldAtMs + this.#everyMs - nowMs);
  }

  /** What to tell now; undefined when nothing is due. */
  take(nowMs: number): ResultOffset | undefined {
    if (this.dueInMs(nowMs) !== 0) return undefined;
    const untold = this.#untold;
    this.#untold = undefined;
    this.#toldAtMs = nowMs;
    return untold;
  }
}
