/**
 * Sees that no partition waits for ever: a door that died between its append and its wake, a
 * worker that died with its job, a lost job. It acts when two looks in a row find events that
 * nobody holds.
 */
import type { PartitionStatus } from '@trove/contracts';

export interface SweeperDeps {
  status(): Promise<readonly PartitionStatus[]>;
  /** Forgets the job that wakes are folded into, and wakes a worker. */
  rewake(partition: number): Promise<void>;
}

export class Sweeper {
  private suspects = new Set<number>();

  constructor(private readonly deps: SweeperDeps) {}

  /** One look; answers the partitions that were woken. */
  async look(): Promise<number[]> {
    const waiting = (await this.deps.status()).filter(({ lag, owner }) => {
      return lag > 0 && owner === undefined;
    });
    const woken: number[] = [];
    for (const { partition } of waiting) {
      if (!this.suspects.has(partition)) continue;
      await this.deps.rewake(partition);
      woken.push(partition);
    }
    this.suspects = new Set(waiting.map(({ partition }) => partition));
    return woken;
  }
}
