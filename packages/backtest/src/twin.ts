/**
 * The batch twin of an installation: looks at the live state, folds what is recorded up to that
 * very position, and compares. However far apart its runs are, it comes to what play came to.
 */
import { TWIN_LIMITS, type TwinHunt } from '@trove/contracts';
import { type RecordTally, rankScores } from '@trove/core/backtest';
import { createHuntDirectory, createRecordSource, readLiveCounts } from '@trove/streams';
import { compareHunts } from './compareHunts.js';
import { PartitionTwin } from './partitionTwin.js';
import type { RecordSources } from './recordSources.js';

export interface TwinAnswer {
  /** Events folded in this run. */
  readonly events: number;
  readonly divergence: number;
  /** Hunts of partitions in which something happened since the last run. */
  readonly changed: readonly Omit<TwinHunt, 'at'>[];
  /** Hunts it knows. */
  readonly hunts: number;
}

export class Twin {
  private readonly partitions: readonly PartitionTwin[];
  /** Figures that differed at the last look, by partition. */
  private readonly divergence = new Map<number, number>();

  constructor(
    private readonly sources: RecordSources,
    partitions: number,
  ) {
    this.partitions = Array.from(
      { length: partitions },
      (_, partition) => new PartitionTwin(sources, partition),
    );
  }

  /** @param rest called after each part; may wait, and throws to stop */
  async run(rest: () => Promise<void>): Promise<TwinAnswer> {
    const slugs = await slugsByPartition(this.sources);
    const changed: Omit<TwinHunt, 'at'>[] = [];
    let events = 0;
    for (const twin of this.partitions) {
      const step = await this.runPartition(twin, slugs.get(twin.partition) ?? [], rest);
      events += step.events;
      changed.push(...step.changed);
    }
    const divergence = [...this.divergence.values()].reduce((sum, count) => sum + count, 0);
    const hunts = this.partitions.reduce((sum, twin) => sum + twin.hunts.size, 0);
    return { events, divergence, changed, hunts };
  }

  private async runPartition(
    twin: PartitionTwin,
    slugs: readonly string[],
    rest: () => Promise<void>,
  ): Promise<Pick<TwinAnswer, 'events' | 'changed'>> {
    const { redis, keys } = this.sources;
    const { partition } = twin;
    const place = await createRecordSource(redis, keys).place(partition);
    if (twin.isAt(place)) return { events: 0, changed: [] };
    const hunts = [...new Set([...slugs, ...twin.hunts.keys()])];
    const live = await readLiveCounts(redis, { partition, hunts, keys });
    const events = await twin.catchUp(live, rest);
    const compared = compareHunts(twin, live);
    const ofHunts = compared.hunts.reduce((sum, { divergence }) => sum + divergence.count, 0);
    this.divergence.set(partition, compared.divergence.count + ofHunts);
    const { epoch, next: position } = twin;
    const changed = compared.hunts.map(({ slug, tally, divergence }) => {
      const { count, differences } = divergence;
      const at = { hunt: slug, partition, epoch, position };
      return { ...at, ...viewOf(tally), divergence: count, differences };
    });
    return { events, changed };
  }
}

function viewOf(tally: RecordTally) {
  const { scores, points, outcomes } = tally.counts();
  const { events, isWhole } = tally;
  return {
    events,
    isWhole,
    board: rankScores(scores)
      .slice(0, TWIN_LIMITS.boardRows)
      .map((row) => ({ ...row, name: tally.nameOf(row.team) })),
    points: Object.fromEntries(points),
    outcomes: Object.fromEntries(outcomes),
  };
}

async function slugsByPartition({
  redis,
  keys,
}: RecordSources): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = new Map<number, string[]>();
  for (const { slug, partition } of await createHuntDirectory(redis, keys).list()) {
    found.set(partition, [...(found.get(partition) ?? []), slug]);
  }
  return found;
}
