/**
 * Decides which of several waiting operations goes next, from a seed: every `await` of a port is
 * a place where another worker may come between, where time may pass, or where a process dies.
 */
import type { SeededSource, TestClock } from '@trove/testkit';

export class SimulatedCrash extends Error {}

interface Waiting {
  readonly go: () => void;
}

export class SeededScheduler {
  private readonly waiting: Waiting[] = [];
  private isRunning = false;

  constructor(
    private readonly random: SeededSource,
    private readonly clock: TestClock,
  ) {}

  /** Waits for this operation's turn. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ go: resolve });
      this.run();
    });
  }

  private run(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    setImmediate(() => {
      this.isRunning = false;
      const next = this.waiting.splice(this.random.below(this.waiting.length), 1)[0];
      // Now and then a pause longer than a lease, as a stopped process or a collector makes one.
      this.clock.advance(this.random.chance(0.01) ? 2_000 : this.random.below(3));
      next?.go();
      if (this.waiting.length > 0) this.run();
    });
  }
}
