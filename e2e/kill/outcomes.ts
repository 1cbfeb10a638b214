/** What the partitions say became of each event, read from the outside after a run. */
import {
  connectRedis,
  createPartitionReads,
  DEFAULT_KEYS,
  OutReader,
  partitionKeys,
} from '@trove/streams';

export interface Outcomes {
  /** Outcomes of every id, in log order. */
  readonly byId: ReadonlyMap<string, readonly string[]>;
  /** Points by team, summed from the results. */
  readonly points: ReadonlyMap<string, number>;
}

const PARTITIONS = 2;
const LOOK_MS = 50;

/** Resolves when nothing is undecided any more; rejects after `withinMs`. */
export async function drained(redisUrl: string, withinMs: number): Promise<void> {
  const redis = connectRedis(redisUrl, { name: 'kill-test' });
  const reads = createPartitionReads({ redis, partitions: PARTITIONS });
  try {
    for (let waited = 0; ; waited += LOOK_MS) {
      const status = await reads.status();
      if (status.every(({ lag }) => lag === 0)) return;
      if (waited > withinMs) throw new Error(`still undecided: ${JSON.stringify(status)}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  } finally {
    redis.disconnect();
  }
}

export async function readOutcomes(redisUrl: string): Promise<Outcomes> {
  const redis = connectRedis(redisUrl, { name: 'kill-test' });
  const byId = new Map<string, string[]>();
  const points = new Map<string, number>();
  try {
    for (let k = 0; k < PARTITIONS; k += 1) {
      const entries = [];
      const reader = new OutReader(redis, k, partitionKeys(DEFAULT_KEYS, k));
      for await (const entry of reader.backwards()) entries.push(entry);
      for (const { blob } of entries.reverse()) {
        for (let i = 0; i < blob.count; i += 1) {
          const row = blob.row(i);
          byId.set(row.id, [...(byId.get(row.id) ?? []), row.outcome]);
          if (row.points !== 0) points.set(row.team, (points.get(row.team) ?? 0) + row.points);
        }
      }
    }
  } finally {
    redis.disconnect();
  }
  return { byId, points };
}
