/**
 * Sees that no partition waits for ever: a door that died between its append and its wake, a
 * worker that died with its job, a lost job. It acts when two looks in a row find events that
 * nobody holds, or whose holder is gone.
 */
import type { PartitionStatus } from '@trove/contracts';
import type { Lease } from '@trove/core';

export interface SweeperDeps {
  status(): Promise<readonly PartitionStatus[]>;
  /** Those of the leases on these partitions that have lost their holder. */
  abandoned(partitions: readonly number[]): Promise<readonly Lease[]>;
  /** Gives the lease up in its holder's place. */
  free(lease: Lease): Promise<void>;
  /** Forgets the job that wakes are folded into, and wakes a worker. */
  rewake(partition: number): Promise<void>;
}

/** Nobody decides the events of this partition; the lease is of somebody who is gone. */
interface Orphan {
  readonly partition: number;
  readonly lease: Lease | undefined;
}

export class Sweeper {
  private suspects = new Set<string>();
  /** Events decided in each partition at the last look. */
  private decided = new Map<number, number>();

  constructor(private readonly deps: SweeperDeps) {}

  /** One look; answers the partitions that were woken. */
  async look(): Promise<number[]> {
    const { suspects, decided: decidedBefore } = this;
    const statuses = await this.deps.status();
    const waiting = statuses.filter(({ lag }) => lag > 0);
    const free = waiting.filter(({ owner }) => owner === undefined);
    const orphans: Orphan[] = free.map(({ partition }) => ({ partition, lease: undefined }));
    this.suspects = new Set(orphans.map(nameOf));
    this.decided = new Map(statuses.map(({ partition, decided }) => [partition, decided]));
    const woken = await this.wake(orphans, suspects);
    const left = await this.leftBehind(waiting, decidedBefore);
    for (const orphan of left) this.suspects.add(nameOf(orphan));
    return [...woken, ...(await this.wake(left, suspects))];
  }

  private async wake(orphans: readonly Orphan[], suspects: ReadonlySet<string>) {
    const woken: number[] = [];
    for (const orphan of orphans) {
      if (!suspects.has(nameOf(orphan))) continue;
      if (orphan.lease !== undefined) await this.deps.free(orphan.lease);
      await this.deps.rewake(orphan.partition);
      woken.push(orphan.partition);
    }
    return woken;
  }

  /** Where something has been decided since the last look, the holder is not asked after. */
  private async leftBehind(
    waiting: readonly PartitionStatus[],
    decidedBefore: ReadonlyMap<number, number>,
  ): Promise<Orphan[]> {
    const still = waiting.filter(({ partition, owner, decided }) => {
      return owner !== undefined && decidedBefore.get(partition) === decided;
    });
    if (still.length === 0) return [];
    const leases = await this.deps.abandoned(still.map(({ partition }) => partition));
    return leases.map((lease) => ({ partition: lease.partition, lease }));
  }
}

/** A partition that changes hands between two looks is looked at anew. */
function nameOf({ partition, lease }: Orphan): string {
  return `${partition} ${lease?.token ?? ''}`;
}
