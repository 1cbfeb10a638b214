/** A team among its neighbours on the board: its rank, and so many rows above and below it. */
import type { BoardAround, LiveHunt } from '@trove/contracts';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';
import {
  type BoardAudience,
  inBoardOrder,
  isOnBoard,
  pairsOf,
  readBoardHead,
  teamsOf,
} from './boardReads.js';

/** Rows beyond those asked for, so that neighbours of equal score are in the order of names. */
const TIES = 200;

export interface AroundOptions {
  readonly team: string;
  /** Above and below. */
  readonly rows: number;
  readonly audience: BoardAudience;
  readonly keys?: KeySpace;
}

/**
 * Undefined of a team that is not on the board. Ranks are those of the whole board; of more than
 * 200 teams with one score it may show others beside each other than the board does.
 */
export async function readBoardAround(
  redis: TroveRedis,
  live: LiveHunt,
  { team, rows, audience, keys: space = DEFAULT_KEYS }: AroundOptions,
): Promise<BoardAround | undefined> {
  const { board, statuses } = await readBoardHead(redis, live, { audience, keys: space });
  const isShown = (name: string) => isOnBoard(statuses.get(name), audience);
  const place = isShown(team) ? await redis.zrevrank(board, team) : null;
  if (place === null) return undefined;
  const reach = rows + TIES + statuses.size;
  const from = Math.max(0, place - reach);
  const flat = await redis.zrange(board, from, String(place + reach), 'REV', 'WITHSCORES');
  const shown = inBoardOrder(pairsOf(flat).filter(([name]) => isShown(name)));
  const own = shown.findIndex(([name]) => name === team);
  if (own < 0) return undefined;
  const near = shown.slice(Math.max(0, own - rows), own + rows + 1);
  const unshown = [...statuses.keys()].filter((name) => !isShown(name));
  const { teams } = partitionKeys(space, live.partition);
  const [ranks, known] = await Promise.all([
    ranksOf(redis, board, { scores: near.map(([, score]) => score), unshown }),
    teamsOf(
      redis,
      teams(live.slug),
      near.map(([name]) => name),
    ),
  ]);
  const found = near.map(([name, score], i) => {
    const row = { rank: ranks.get(score) ?? 0, team: name, score };
    const called = known[i]?.name;
    return called === undefined ? row : { ...row, name: called };
  });
  return { team, rank: found.find((row) => row.team === team)?.rank ?? 0, rows: found };
}

/** The rank that each score has: one more than teams with a higher one, the unshown left out. */
async function ranksOf(
  redis: TroveRedis,
  board: string,
  { scores, unshown }: { readonly scores: readonly number[]; readonly unshown: readonly string[] },
): Promise<Map<number, number>> {
  const distinct = [...new Set(scores)];
  const pipeline = redis.pipeline();
  for (const score of distinct) pipeline.zcount(board, `(${score}`, '+inf');
  if (unshown.length > 0) pipeline.zmscore(board, ...unshown);
  const replies = ((await pipeline.exec()) ?? []).map(([error, value]) => {
    if (error !== null) throw error;
    return value;
  });
  const others = ((replies[distinct.length] ?? []) as (string | null)[]).filter(
    (one) => one !== null,
  );
  return new Map(
    distinct.map((score, i) => {
      const hidden = others.filter((other) => Number(other) > score).length;
      return [score, 1 + Number(replies[i]) - hidden];
    }),
  );
}
