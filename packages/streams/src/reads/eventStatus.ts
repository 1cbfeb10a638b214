/** What became of one event id: from the remembered ids, then `out`, then the undecided log. */
import type { EventStatus, LiveHunt } from '@trove/contracts';
import { bucketOf, timeOfIdentity } from '@trove/core';
import { bytesOfEventId } from '../codec/identities.js';
import { outcomeInValue, positionInValue } from '../commit/seenValue.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, type PartitionKeys, partitionKeys } from '../keys.js';
import { toResult } from '../toResult.js';
import { toOutEntry } from './outReader.js';

export interface EventStatusQuery {
  readonly live: LiveHunt;
  readonly id: string;
  /** 8 bytes of the source's hash, one character each. */
  readonly sourceHash: string;
  readonly keys?: KeySpace;
}

/** Undecided entries searched before the answer is `unknown`. */
const PENDING_ENTRIES = 5_000;
const PENDING_PAGE = 250;

export async function readEventStatus(
  redis: TroveRedis,
  query: EventStatusQuery,
): Promise<EventStatus> {
  const keys = partitionKeys(query.keys ?? DEFAULT_KEYS, query.live.partition);
  const idBytes = bytesOfEventId(query.id);
  const identity = idBytes + query.sourceHash;
  const seen = keys.seen(query.live.slug, bucketOf(timeOfIdentity(idBytes)));
  const field = Buffer.from(identity, 'latin1');
  const value = await redis.hgetBuffer(seen, field);
  if (value === null) {
    const isPending = await isUndecided(redis, keys, field);
    return { status: isPending ? 'pending' : 'unknown', id: query.id };
  }
  const text = value.toString('latin1');
  const position = positionInValue(text);
  const full = await resultAt(redis, keys, position);
  if (full !== undefined && full.id === query.id) return { status: 'decided', ...full };
  return { status: 'decided', id: query.id, position, ...outcomeInValue(text) };
}

/** The result at a position, while `out` still holds it. */
async function resultAt(redis: TroveRedis, keys: PartitionKeys, position: number) {
  const rows = await redis.xrangeBuffer(keys.out, `${position + 1}-0`, '+', 'COUNT', 1);
  if (rows[0] === undefined) return undefined;
  const { blob } = toOutEntry(rows[0]);
  const index = position - blob.firstPosition;
  return index >= 0 && index < blob.count ? toResult(blob, index) : undefined;
}

async function isUndecided(redis: TroveRedis, keys: PartitionKeys, field: Buffer) {
  let from = (await redis.hget(keys.meta, 'cursor')) ?? '0-0';
  for (let seen = 0; seen < PENDING_ENTRIES; seen += PENDING_PAGE) {
    const rows = await redis.xrangeBuffer(keys.log, `(${from}`, '+', 'COUNT', PENDING_PAGE);
    if (rows.some(([, fields]) => fields[3]?.includes(field) === true)) return true;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PENDING_PAGE) return false;
    from = last[0].toString('latin1');
  }
  return false;
}
