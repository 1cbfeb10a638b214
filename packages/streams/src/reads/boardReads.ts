/** Boards and teams as they stand in a partition. */
import type { BoardPush, BoardRow, LiveHunt } from '@trove/contracts';
import { WIRE_LIMITS } from '@trove/contracts';
import type { HuntState, RestrictedStatus, TeamStanding, TeamState } from '@trove/core';
import { teamInDirectory } from '../commit/rosterCodec.js';
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
  const { keys: space = DEFAULT_KEYS, audience = 'operators' } = options;
  const keys = partitionKeys(space, live.partition);
  const limit = Math.min(10_000, Math.max(1, options.limit ?? WIRE_LIMITS.boardRows));
  const head = await readBoardHead(redis, live, { audience, keys: space });
  const { board, statuses, frozenAtMs } = head;
  const { division } = options;
  const best = { board, teams: keys.teams(live.slug), most: limit + TIES + statuses.size };
  const [pairs, meta] = await Promise.all([
    division === undefined ? pairsOfBoard(redis, best) : pairsIn(redis, best, division),
    redis.hmget(keys.meta, 'epoch', 'decided'),
  ]);
  const isShown = ([team]: readonly [string, number]) => isOnBoard(statuses.get(team), audience);
  const rows = ranked(pairs.filter(isShown)).slice(0, limit);
  const known = await teamsOf(
    redis,
    keys.teams(live.slug),
    rows.map(({ team }) => team),
  );
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

/** Where the board stands that an audience sees, and who is not on it as others are. */
export async function readBoardHead(
  redis: TroveRedis,
  live: LiveHunt,
  { audience, keys: space }: { readonly audience: BoardAudience; readonly keys: KeySpace },
): Promise<{ board: string; statuses: HuntState['statuses']; frozenAtMs: number }> {
  const keys = partitionKeys(space, live.partition);
  const [head, statusText] = await redis.hmget(keys.hunt(live.slug), HUNT_HEAD, HUNT_STATUSES);
  const frozenAtMs = head ? (parseHunt(live.slug, { [HUNT_HEAD]: head })?.frozenAtMs ?? 0) : 0;
  const isFrozen = audience === 'players' && frozenAtMs > 0;
  const board = isFrozen ? keys.frozenBoard(live.slug) : keys.board(live.slug);
  return { board, statuses: parseStatuses(statusText), frozenAtMs };
}

/** Whether an audience sees a team of this status; undefined stands for `playing`. */
export function isOnBoard(status: RestrictedStatus | undefined, audience: BoardAudience): boolean {
  return status === undefined || (status === 'hidden' && audience === 'operators');
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

/** Teams and scores as Redis answers them. */
export function pairsOf(flat: readonly (string | readonly string[])[]): [string, number][] {
  const texts = flat.flat();
  const pairs: [string, number][] = [];
  for (let i = 0; i + 1 < texts.length; i += 2) {
    pairs.push([texts[i] as string, Number(texts[i + 1])]);
  }
  return pairs;
}

/** The most points first; equal ones in the order of the teams' names. */
export function inBoardOrder(pairs: readonly [string, number][]): [string, number][] {
  return [...pairs].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function ranked(pairs: readonly [string, number][]): BoardRow[] {
  let rank = 0;
  let last: number | undefined;
  return inBoardOrder(pairs).map(([team, score], i) => {
    if (score !== last) rank = i + 1;
    last = score;
    return { rank, team, score };
  });
}

/** What is kept of these teams. */
export async function teamsOf(
  redis: TroveRedis,
  key: string,
  teams: readonly string[],
): Promise<(TeamState | undefined)[]> {
  if (teams.length === 0) return [];
  const texts = await redis.hmget(key, ...teams);
  return texts.map((text, i) => {
    return text === null ? undefined : parseTeam({ hunt: '', team: teams[i] ?? '' }, text);
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

/** The team a player is in, or that a code (`codeName`) lets in. */
export async function readPlayerTeam(
  redis: TroveRedis,
  live: LiveHunt,
  player: string,
): Promise<string | undefined> {
  const keys = partitionKeys(DEFAULT_KEYS, live.partition);
  return teamInDirectory(await redis.hget(keys.players(live.slug), player));
}
