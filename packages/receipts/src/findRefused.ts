/** What the door refused under an id: in PostgreSQL, or on its way there. */
import type { QuarantineEntry } from '@trove/contracts';
import type { QuarantineReads } from '@trove/db';
import { type KeySpace, readQuarantine, type TroveRedis } from '@trove/streams';
import { RECEIPT_LIMITS } from './limits.js';

export interface RefusedSources {
  readonly redis: TroveRedis;
  readonly keys: KeySpace | undefined;
  readonly quarantine: Pick<QuarantineReads, 'refused'>;
}

export interface RefusedQuery {
  readonly id: string;
  /** Only what this one sent; anybody's without it. */
  readonly source: string | undefined;
}

export async function findRefused(
  { redis, keys, quarantine }: RefusedSources,
  { id, source }: RefusedQuery,
): Promise<QuarantineEntry | undefined> {
  const kept = await quarantine.refused(id, source);
  if (kept !== undefined) return kept;
  // Of no partition: what the log refuses has receipts.
  const door = { partitions: 0, limit: RECEIPT_LIMITS.refused };
  const newest = await readQuarantine(redis, keys === undefined ? door : { ...door, keys });
  return newest.find((entry) => {
    return entry.eventId === id && (source === undefined || entry.source === source);
  });
}
