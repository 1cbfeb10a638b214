/** Says to the server how far results were had, when it is due and while there is a connection. */
import type { ResultOffset } from '@trove/contracts';
import { SDK_LIMITS } from './limits.js';
import { SeenReport } from './seenReport.js';

export interface SeenTellerOptions {
  readonly now: () => number;
  readonly isConnected: () => boolean;
  readonly tell: (place: ResultOffset) => void;
}

/** One timer at most, ended by `close`. */
export class SeenTeller {
  readonly #options: SeenTellerOptions;
  readonly #report = new SeenReport(SDK_LIMITS.seenEveryMs);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SeenTellerOptions) {
    this.#options = options;
  }

  saw(place: ResultOffset): void {
    this.#report.saw(place);
    this.tell();
  }

  /** Tells what is due; away, it waits for the connection, which calls this again. */
  tell(): void {
    const { now, isConnected, tell } = this.#options;
    if (!isConnected()) return;
    const place = this.#report.take(now());
    if (place !== undefined) tell(place);
    const dueInMs = this.#report.dueInMs(now());
    clearTimeout(this.#timer);
    if (dueInMs === undefined) return;
    this.#timer = setTimeout(() => this.tell(), dueInMs);
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
