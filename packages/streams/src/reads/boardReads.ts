/** Boards and teams as they stand in a partition. */
import type { BoardPush, BoardRow, LiveHunt } from '@trove/contracts';
import { WIRE_LIMITS } from '@trove/contracts';
import type { TeamStanding, TeamState } from '@trove/core';
import {
  HUNT_HEAD,
  HUNT_STATUSES,
  parseHunt,
  parseStatuses,
  parseTeam,
} from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

/** Rows beyond the limit that are still read, so that a tie at its edge is ordered fairly. */
const TIES = 500;
/** Teams of the board of all that are looked through for those of a division, and at a time. */
const DIVISION_TEAMS = 20_000;
const DIVISION_PAGE = 1_000;

/** Players see no hidden team and, while it is frozen, the board as it stood. */
export type BoardAudience = 'players' | 'operators';

export interface BoardOptions {
  /** Clamped to 10,000. */
  readonly limit?: number | undefined;
  /** Operators unless told otherwise. */
  readonly audience?: BoardAudience;
  /** Its teams alone, ranked among themselves; absent: all. */
  readonly division?: string | undefined;
  readonly keys?: KeySpace;
}

/**
 * The best teams. Equal scores share a rank and stand in the order of their names; banned teams
 * are on no board.
 */
export async function readBoard(
  redis: TroveRedis,
  live: LiveHunt,
  options: BoardOptions = {},
): Promise<BoardPush> {
  const keys = partitionKeys(options.keys ?? DEFAULT_KEYS, live.partition);
  const limit = Math.min(10_000, Math.max(1, options.limit ?? WIRE_LIMITS.boardRows));
  const isForPlayers = options.audience === 'players';
  const [head, statusText] = await redis.hmget(keys.hunt(live.slug), HUNT_HEAD, HUNT_STATUSES);
  const frozenAtMs = head ? (parseHunt(live.slug, { [HUNT_HEAD]: head })?.frozenAtMs ?? 0) : 0;
  const statuses = parseStatuses(statusText);
  const isFrozen = isForPlayers && frozenAtMs > 0;
  const board = isFrozen ? keys.frozenBoard(live.slug) : keys.board(live.slug);
  const { division } = options;
  const most = limit + TIES + statuses.size;
  const best = { board, teams: keys.teams(live.slug), most };
  const [pairs, meta] = await Promise.all([
    division === undefined ? pairsOfBoard(redis, best) : pairsIn(redis, best, division),
    redis.hmget(keys.meta, 'epoch', 'decided'),
  ]);
  const isShown = ([team]: readonly [string, number]) => {
    const status = statuses.get(team);
    return status === undefined || (status === 'hidden' && !isForPlayers);
  };
  const rows = ranked(pairs.filter(isShown)).slice(0, limit);
  const known = await teamsOf(redis, keys.teams(live.slug), rows);
  return {
    hunt: live.slug,
    partition: live.partition,
    epoch: Number(meta[0] ?? 0),
    offset: Number(meta[1] ?? 0),
    rows: rows.map((row, i) => ({
      ...row,
      ...headOf(known[i]),
      ...(statuses.has(row.team) ? { isHidden: true } : {}),
    })),
    ...(division === undefined ? {} : { division }),
    ...(frozenAtMs > 0 ? { frozenAt: new Date(frozenAtMs).toISOString() } : {}),
  };
}

interface Best {
  readonly board: string;
  readonly teams: string;
  /** Teams that are asked for, the best first. */
  readonly most: number;
}

async function pairsOfBoard(redis: TroveRedis, { board, most }: Best, from = 0) {
  const flat = await redis.zrange(board, from, String(from + most - 1), 'REV', 'WITHSCORES');
  return pairsOf(flat);
}

/** The best of a division: the board of all is looked through, as far as that is bounded. */
async function pairsIn(redis: TroveRedis, best: Best, division: string) {
  const found: [string, number][] = [];
  const page = { ...best, most: DIVISION_PAGE };
  for (let from = 0; from < DIVISION_TEAMS && found.length < best.most; from += DIVISION_PAGE) {
    const pairs = await pairsOfBoard(redis, page, from);
    if (pairs.length === 0) break;
    const texts = await redis.hmget(best.teams, ...pairs.map(([team]) => team));
    pairs.forEach((pair, i) => {
      const text = texts[i] ?? null;
      if (text === null) return;
      if (parseTeam({ hunt: '', team: pair[0] }, text).division === division) found.push(pair);
    });
  }
  return found;
}

function pairsOf(flat: readonly (string | readonly string[])[]): [string, number][] {
  const texts = flat.flat();
  const pairs: [string, number][] = [];
  for (let i = 0; i + 1 < texts.length; i += 2) {
    pairs.push([texts[i] as string, Number(texts[i + 1])]);
  }
  return pairs;
}

function ranked(pairs: [string, number][]): BoardRow[] {
  pairs.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  let rank = 0;
  let last: number | undefined;
  return pairs.map(([team, score], i) => {
    if (score !== last) rank = i + 1;
    last = score;
    return { rank, team, score };
  });
}

async function teamsOf(redis: TroveRedis, key: string, rows: readonly BoardRow[]) {
  if (rows.length === 0) return [];
  const texts = await redis.hmget(key, ...rows.map(({ team }) => team));
  return texts.map((text, i) => {
    const row = rows[i] as BoardRow;
    return text === null ? undefined : parseTeam({ hunt: '', team: row.team }, text);
  });
}

/** What boards tell of a team beside its points. */
function headOf(team: TeamState | undefined): Pick<BoardRow, 'name' | 'division'> {
  const { name, division } = team ?? {};
  return {
    ...(name === undefined ? {} : { name }),
    ...(division === undefined ? {} : { division }),
  };
}

/** One team with its hunt, read at one moment of the partition. */
export async function readTeam(
  redis: TroveRedis,
  live: LiveHunt,
  options: { team: string; keys?: KeySpace },
): Promise<TeamStanding> {
  const keys = partitionKeys(options.keys ?? DEFAULT_KEYS, live.partition);
  const replies = await redis
    .multi()
    .hgetall(keys.hunt(live.slug))
    .hget(keys.teams(live.slug), options.team)
    .hmget(keys.meta, 'epoch', 'decided')
    .exec();
  const [hunt, team, meta] = (replies ?? []).map(([, value]) => value);
  const [epoch, decided] = meta as (string | null)[];
  const text = team as string | null;
  const name = { hunt: live.slug, team: options.team };
  return {
    hunt: parseHunt(live.slug, hunt as Record<string, string>),
    team: text === null ? undefined : parseTeam(name, text),
    epoch: Number(epoch ?? 0),
    offset: Number(decided ?? 0),
  };
}

/** The team a player has joined. */
export async function readPlayerTeam(
  redis: TroveRedis,
  live: LiveHunt,
  player: string,
): Promise<string | undefined> {
  const keys = partitionKeys(DEFAULT_KEYS, live.partition);
  return (await redis.hget(keys.players(live.slug), player)) ?? undefined;
}
