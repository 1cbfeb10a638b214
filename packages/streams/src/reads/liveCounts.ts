/** The figures of a partition's live state at one position, for holding them against others. */
import type { Outcome } from '@trove/contracts';
import { parseHunt } from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

export interface LiveHuntCounts {
  /** Points by team; of a larger hunt only those of the best. */
  readonly scores: ReadonlyMap<string, number>;
  /** True when there are more teams than `scores` has. */
  readonly isCut: boolean;
  /** Teams that solved each clue. */
  readonly solves: ReadonlyMap<string, number>;
}

export interface LiveCounts {
  readonly epoch: number;
  /** Position of the next undecided event. */
  readonly decided: number;
  /** Events of the whole partition by what became of them. */
  readonly outcomes: ReadonlyMap<Outcome, number>;
  readonly hunts: ReadonlyMap<string, LiveHuntCounts>;
}

export interface LiveCountsQuery {
  readonly partition: number;
  readonly hunts: readonly string[];
  readonly keys?: KeySpace | undefined;
}

/** Teams of one hunt: Redis is held for as long as they take, so there are not all of very many. */
const MOST_TEAMS = 20_000;

/** Everything at one moment: no commit comes between. */
export async function readLiveCounts(
  redis: TroveRedis,
  { partition, hunts, keys: space = DEFAULT_KEYS }: LiveCountsQuery,
): Promise<LiveCounts> {
  const keys = partitionKeys(space, partition);
  const multi = redis.multi().hmget(keys.meta, 'epoch', 'decided').hgetall(keys.counters);
  for (const hunt of hunts) {
    multi
      .zrange(keys.board(hunt), 0, String(MOST_TEAMS), 'REV', 'WITHSCORES')
      .hgetall(keys.hunt(hunt));
  }
  const replies = (await multi.exec()) ?? [];
  const values = replies.map(([error, value]) => {
    if (error !== null) throw error;
    return value;
  });
  const [meta, counters, ...ofHunts] = values as [(string | null)[], Fields, ...unknown[]];
  return {
    epoch: Number(meta[0] ?? 0),
    decided: Number(meta[1] ?? 0),
    outcomes: new Map(Object.entries(counters).map(([name, n]) => [name as Outcome, Number(n)])),
    hunts: new Map(
      hunts.map((hunt, i) => {
        const [flat, fields] = ofHunts.slice(i * 2, i * 2 + 2) as [readonly string[], Fields];
        return [hunt, countsOf(hunt, flat.flat(), fields)];
      }),
    ),
  };
}

type Fields = Readonly<Record<string, string>>;

function countsOf(hunt: string, flat: readonly string[], fields: Fields): LiveHuntCounts {
  const scores = new Map<string, number>();
  for (let i = 0; i + 1 < flat.length && scores.size < MOST_TEAMS; i += 2) {
    scores.set(flat[i] as string, Number(flat[i + 1]));
  }
  const solves = parseHunt(hunt, fields)?.solves ?? new Map<string, number>();
  return { scores, isCut: flat.length / 2 > MOST_TEAMS, solves };
}
