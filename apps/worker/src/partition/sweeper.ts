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
    const statuses = await this.deps.status();
    const orphans = await this.orphansOf(statuses.filter(({ lag }) => lag > 0));
    const woken: number[] = [];
    for (const orphan of orphans) {
      if (!this.suspects.has(nameOf(orphan))) continue;
      if (orphan.lease !== undefined) await this.deps.free(orphan.lease);
      await this.deps.rewake(orphan.partition);
      woken.push(orphan.partition);
    }
    this.suspects = new Set(orphans.map(nameOf));
    this.decided = new Map(statuses.map(({ partition, decided }) => [partition, decided]));
    return woken;
  }

  /** Where something has been decided since the last look, the holder is not asked after. */
  private async orphansOf(waiting: readonly PartitionStatus[]): Promise<Orphan[]> {
    const free = waiting.filter(({ owner }) => owner === undefined);
    const still = waiting.filter(({ partition, owner, decided }) => {
      return owner !== undefined && this.decided.get(partition) === decided;
    });
    const asked = still.map(({ partition }) => partition);
    const abandoned = asked.length === 0 ? [] : await this.deps.abandoned(asked);
    return [
      ...free.map(({ partition }) => ({ partition, lease: undefined })),
      ...abandoned.map((lease) => ({ partition: lease.partition, lease })),
    ];
  }
}

/** A partition that changes hands between two looks is looked at anew. */
function nameOf({ partition, lease }: Orphan): string {
  return `${partition} ${lease?.token ?? ''}`;
}
