/** What Redis holds of one event for its receipt: found by place, by id, or as still undecided. */
import type { BoardEffect, LiveHunt } from '@trove/contracts';
import { type ReceiptFacts, timeOfIdentity } from '@trove/core';
import { bytesOfEventId } from '../codec/identities.js';
import type { OutLogEntry } from '../codec/outBlob.js';
import { HUNT_HEAD, HUNT_STATUSES, parseHunt, parseStatuses } from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { decidedEventOf, viewOrNothing } from '../decidedRows.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';
import { readDelivery } from './deliveryReads.js';
import { isUndecided } from './eventStatus.js';
import { type OutEntry, OutReader, toOutEntry } from './outReader.js';

/** An id is made by the sender's clock, which may be so far ahead of when its event is decided. */
const AHEAD_MS = 2_000;

export interface ReceiptReads {
  /** The event at a position, while `out` holds it. */
  at(partition: number, position: number): Promise<ReceiptFacts | undefined>;
  /** The first event of an id that was decided not long after the id was made. */
  near(partition: number, id: string): Promise<ReceiptFacts | undefined>;
  /** Everything of an id in all that `out` holds, the oldest first: reads all of it. */
  all(partition: number, id: string): Promise<readonly ReceiptFacts[]>;
  /** Whether an event of this id waits in the log to be decided. */
  isPending(partition: number, id: string): Promise<boolean>;
  /** What a team's scores before and after are worth on the board now; undefined without one. */
  boardEffect(live: LiveHunt, scores: TeamScores): Promise<BoardEffect | undefined>;
}

export interface TeamScores {
  readonly team: string;
  readonly before: number;
  readonly after: number;
}

export function createReceiptReads(
  redis: TroveRedis,
  space: KeySpace = DEFAULT_KEYS,
): ReceiptReads {
  const readerOf = (partition: number) =>
    new OutReader(redis, partition, partitionKeys(space, partition));
  return {
    async at(partition, position) {
      const { out } = partitionKeys(space, partition);
      const rows = await redis.xrangeBuffer(out, `${position + 1}-0`, '+', 'COUNT', 1);
      if (rows[0] === undefined) return undefined;
      const entry = toOutEntry(rows[0]);
      const index = position - entry.blob.firstPosition;
      if (index < 0 || index >= entry.blob.count) return undefined;
      return await factsOf(redis, space, { partition, out: entry, index });
    },
    async near(partition, id) {
      const bytes = bytesOfEventId(id);
      const fromMs = timeOfIdentity(bytes) - AHEAD_MS;
      const found = await readerOf(partition).near(Buffer.from(bytes, 'latin1'), fromMs);
      return found && (await factsOf(redis, space, { partition, ...found }));
    },
    async all(partition, id) {
      const rows = await readerOf(partition).holding(Buffer.from(bytesOfEventId(id), 'latin1'));
      const oldestFirst = rows.toReversed();
      return await Promise.all(
        oldestFirst.map((row) => factsOf(redis, space, { partition, ...row })),
      );
    },
    isPending: (partition, id) => {
      const bytes = Buffer.from(bytesOfEventId(id), 'latin1');
      return isUndecided(redis, partitionKeys(space, partition), bytes);
    },
    boardEffect: (live, scores) => readBoardEffect(redis, live, { space, ...scores }),
  };
}

interface Found {
  readonly partition: number;
  readonly out: OutEntry;
  readonly index: number;
}

async function factsOf(redis: TroveRedis, keys: KeySpace, found: Found): Promise<ReceiptFacts> {
  const { partition, out, index } = found;
  const { blob, committedAtUs } = out;
  const { log } = partitionKeys(keys, partition);
  const entry = blob.logEntries[blob.entryOf(index)] as OutLogEntry;
  const { epoch, firstPosition } = blob;
  const position = firstPosition + index;
  const { hunt, player } = blob.row(index);
  const committedMs = committedAtUs / 1000;
  const offset = Number.parseInt(out.id, 10);
  const event = { hunt, player, epoch, position, firstPosition, offset };
  const [rows, delivery] = await Promise.all([
    redis.xrangeBuffer(log, entry.id, entry.id),
    readDelivery(redis, { partition, committedMs, keys }, event),
  ]);
  const bytes = rows[0]?.[1][3];
  return {
    ...decidedEventOf(blob, index, {
      view: bytes === undefined ? undefined : viewOrNothing(bytes),
    }),
    logId: entry.id,
    door: entry.door,
    appliedAtUs: entry.appendedAtUs,
    decidedAtUs: blob.decidedAtUs,
    committedAtUs,
    pushedAtUs: delivery.pushedAtUs,
    acknowledgedAtUs: delivery.acknowledgedAtUs,
    isDeliveryKnown: delivery.isKnown,
    readFrom: 'redis',
    partition,
    epoch,
    position,
  };
}

/** A rank is one more than the number of other teams with a higher score, banned ones left out. */
async function readBoardEffect(
  redis: TroveRedis,
  live: LiveHunt,
  { space, team, before, after }: TeamScores & { readonly space: KeySpace },
): Promise<BoardEffect | undefined> {
  const keys = partitionKeys(space, live.partition);
  const board = keys.board(live.slug);
  const [own, aboveBefore, aboveAfter, [seconds, micros], [head, statuses]] = await Promise.all([
    redis.zscore(board, team),
    redis.zcount(board, `(${before}`, '+inf'),
    redis.zcount(board, `(${after}`, '+inf'),
    redis.time() as unknown as Promise<[number, number]>,
    redis.hmget(keys.hunt(live.slug), HUNT_HEAD, HUNT_STATUSES),
  ]);
  const banned = [...parseStatuses(statuses)].flatMap(([name, as]) => {
    return as === 'banned' ? [name] : [];
  });
  if (own === null || banned.includes(team)) return undefined;
  const theirs = banned.length === 0 ? [] : await redis.zmscore(board, ...banned);
  const rankOf = (score: number, above: number) => {
    const gone = theirs.filter((one) => Number(one ?? 0) > score).length;
    return above - gone + (Number(own) > score ? 0 : 1);
  };
  const hunt = head ? parseHunt(live.slug, { [HUNT_HEAD]: head }) : undefined;
  return {
    readAt: Number(seconds) * 1_000 + Number(micros) / 1_000,
    rankOfBefore: rankOf(before, aboveBefore),
    rankOfAfter: rankOf(after, aboveAfter),
    ...(hunt !== undefined && hunt.frozenAtMs > 0 ? { isFrozen: true } : {}),
  };
}
