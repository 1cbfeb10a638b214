/**
 * Reads the team's view again after something has happened: once at a time, with a pause between
 * two, and once more when something came while it was read.
 */
import { PLAY_LIMITS } from './limits';

export class ViewReader {
  readonly #read: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReading = false;
  #isStale = false;
  #isClosed = false;

  constructor(read: () => Promise<void>) {
    this.#read = read;
  }

  /** Asks for a read; several soon after one another become one. */
  ask(afterMs: number = PLAY_LIMITS.refreshEveryMs): void {
    this.#isStale = true;
    if (this.#isReading || this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), afterMs);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#isReading = true;
    this.#isStale = false;
    try {
      await this.#read();
    } finally {
      this.#isReading = false;
      this.ask(this.#isStale ? PLAY_LIMITS.refreshEveryMs : PLAY_LIMITS.refreshIdleMs);
    }
  }
}
