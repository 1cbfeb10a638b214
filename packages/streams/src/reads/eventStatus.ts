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
  const { keys, field } = identityOf(query);
  let text = await rememberedOf(redis, query);
  if (text === undefined) {
    if (await isUndecided(redis, keys, field)) return { status: 'pending', id: query.id };
    // What was decided between the two looks was in neither.
    text = await rememberedOf(redis, query);
    if (text === undefined) return { status: 'unknown', id: query.id };
  }
  const position = positionInValue(text);
  const full = await resultAt(redis, keys, position);
  if (full !== undefined && full.id === query.id) return { status: 'decided', ...full };
  return { status: 'decided', id: query.id, position, ...outcomeInValue(text) };
}

/** Where the first event of an identity stands, while its id is remembered. */
export async function readFirstPosition(
  redis: TroveRedis,
  query: EventStatusQuery,
): Promise<number | undefined> {
  const text = await rememberedOf(redis, query);
  return text === undefined ? undefined : positionInValue(text);
}

function identityOf({ keys, live, id, sourceHash }: EventStatusQuery) {
  const idBytes = bytesOfEventId(id);
  return {
    keys: partitionKeys(keys ?? DEFAULT_KEYS, live.partition),
    idBytes,
    field: Buffer.from(idBytes + sourceHash, 'latin1'),
  };
}

async function rememberedOf(redis: TroveRedis, query: EventStatusQuery) {
  const { keys, idBytes, field } = identityOf(query);
  const seen = keys.seen(query.live.slug, bucketOf(timeOfIdentity(idBytes)));
  return (await redis.hgetBuffer(seen, field))?.toString('latin1');
}

/** The result at a position, while `out` still holds it. */
async function resultAt(redis: TroveRedis, keys: PartitionKeys, position: number) {
  const rows = await redis.xrangeBuffer(keys.out, `${position + 1}-0`, '+', 'COUNT', 1);
  if (rows[0] === undefined) return undefined;
  const { blob } = toOutEntry(rows[0]);
  const index = position - blob.firstPosition;
  return index >= 0 && index < blob.count ? toResult(blob, index) : undefined;
}

/** Whether an event with these bytes, an identity or an id, stands in the log undecided. */
export async function isUndecided(
  redis: TroveRedis,
  keys: PartitionKeys,
  field: Buffer,
): Promise<boolean> {
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
