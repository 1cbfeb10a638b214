/**
 * Reads the team's view again after something has happened: once at a time, with a pause between
 * two, once more when something came while it was read, and soon again where it could not be.
 */
import { PLAY_LIMITS } from './limits';

export class ViewReader {
  readonly #read: () => Promise<boolean>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReading = false;
  #isStale = false;
  #isClosed = false;

  /** @param read false where it could not be read now */
  constructor(read: () => Promise<boolean>) {
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
    let isRead = false;
    try {
      isRead = await this.#read();
    } finally {
      this.#isReading = false;
      const { refreshEveryMs, refreshAgainMs, refreshIdleMs } = PLAY_LIMITS;
      const restMs = isRead ? refreshIdleMs : refreshAgainMs;
      this.ask(this.#isStale ? refreshEveryMs : restMs);
    }
  }
}
